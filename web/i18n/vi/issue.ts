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
};
