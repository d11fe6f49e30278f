/** What is wrong with one field. The codes are those of the contract's form check. */
export const issue = {
  required: () => 'Chưa nhập nội dung.',
  invalid: () => 'Nội dung chưa hợp lệ.',
  invalid_type: () => 'Nội dung chưa đúng kiểu.',
  invalid_format: () => 'Nội dung chưa đúng định dạng.',
  invalid_value: () => 'Chọn một trong các giá trị cho sẵn.',
  invalid_union: () => 'Nội dung chưa hợp lệ.',
  invalid_key: () => 'Nội dung chưa hợp lệ.',
  invalid_element: () => 'Một mục trong danh sách chưa hợp lệ.',
  not_multiple_of: () => 'Số chưa đúng bước.',
  unrecognized_keys: () => 'Có trường không được nhận.',
  repeated_keys: () => 'Trường được gửi nhiều lần.',
  too_small: (p: { minimum: number; origin: string }) =>
    p.origin === 'string'
      ? p.minimum <= 1
        ? 'Chưa nhập nội dung.'
        : `Cần ít nhất ${p.minimum} ký tự.`
      : p.origin === 'array' || p.origin === 'set'
        ? `Cần ít nhất ${p.minimum} mục.`
        : `Phải từ ${p.minimum} trở lên.`,
  too_big: (p: { maximum: number; origin: string }) =>
    p.origin === 'string'
      ? `Không quá ${p.maximum} ký tự.`
      : p.origin === 'array' || p.origin === 'set'
        ? `Không quá ${p.maximum} mục.`
        : `Phải từ ${p.maximum} trở xuống.`,
  'text.bidi': () => 'Có ký tự đổi chiều chữ, có thể làm người đọc nhầm. Gõ lại thay vì dán.',
  'text.invisible': () => 'Có ký tự không nhìn thấy được. Gõ lại thay vì dán.',
  'text.control': () => 'Có ký tự điều khiển. Gõ lại thay vì dán.',
  'time.future': () => 'Thời điểm này ở tương lai.',
  'claim.found_in_future': () => 'Thời điểm phát hiện ở tương lai.',
  'claim.original_unfit': () => 'Phát hiện gốc phải là một phát hiện khác đã được công nhận.',
  'claim.target_fixed': () => 'Không đổi được mục tiêu sau khi đã gửi.',
  'claim.target_required': () => 'Chưa chọn mục tiêu.',
  'claim.target_unknown': () => 'Mục tiêu này không thuộc phạm vi của đội.',
  'claim.technique_unknown': () => 'Không tìm thấy mã kỹ thuật ATT&CK này.',
  'results.team_twice': () => 'Mỗi đội chỉ có một dòng.',
  'results.team_unknown': () => 'Đội không thuộc cuộc diễn tập này.',
  'score.bonus_sign': () => 'Điểm thưởng phải lớn hơn 0.',
  'score.breach_sign': () => 'Điểm trừ vi phạm phải nhỏ hơn 0.',
  'score.correction_sign': () => 'Điểm điều chỉnh phải khác 0.',
  'incident.rewritten': () =>
    'Người khác vừa sửa mục này. Xem nội dung mới ở trên; bấm lưu lần nữa để thay bằng nội dung đang nhập.',
  'ticket.criterion_unknown': () => 'Tiêu chí này không có trong thang điểm.',
  'organisation.name_taken': () => 'Tên đơn vị này đã có hoặc quá giống một tên đã có.',
  'paste.columns': () => 'Dòng này thiếu hoặc thừa cột.',
  'paste.email': () => 'Thư điện tử ở dòng này chưa đúng.',
  'paste.login': () => 'Tên đăng nhập ở dòng này chưa đúng.',
  'paste.name': () => 'Tên ở dòng này chưa đúng.',
  'paste.repeated': () => 'Dòng này lặp lại một dòng trước.',
  'registry.before_start': () => 'Ngày này trước ngày đơn vị bắt đầu hoạt động.',
  'registry.before_change': () => 'Ngày này không sau lần thay đổi gần nhất đã ghi.',
  'organisation.below_itself': () => 'Chọn đơn vị khác, không phải chính đơn vị này hoặc cấp dưới của nó.',
  'registry.future_date': () => 'Ngày này ở tương lai.',
  'password.too_short': (p: { minimum: number }) => `Cần ít nhất ${p.minimum} ký tự. Một câu dài dễ nhớ là tốt nhất.`,
  'password.common': () => 'Quá dễ đoán: hầu hết là từ hay dùng làm mật khẩu, lặp lại hoặc dãy phím liền nhau.',
  'password.personal': () => 'Quá dễ đoán: chứa tên hoặc tên đăng nhập.',
};
