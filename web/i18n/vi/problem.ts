import type { RefusalCode } from '#api/domain/refusal.ts';

type Params = Record<string, string | number | readonly string[]>;

/** The words of every refusal: what happened, and what to do. `network` is said when no answer came. */
export const problem = {
  network: () => 'Không kết nối được với máy chủ. Nội dung vẫn được giữ; gửi lại khi có mạng.',
  // the request itself
  'request.invalid': () => 'Nội dung gửi chưa hợp lệ. Kiểm tra các ô được đánh dấu.',
  'request.json': () => 'Nội dung gửi không đọc được. Tải lại trang rồi thử lại.',
  'request.too_large': () => 'Nội dung gửi quá lớn. Giảm dung lượng rồi gửi lại.',
  'request.media_type': () => 'Loại nội dung này không được nhận.',
  'request.cross_site': () => 'Yêu cầu đến từ trang khác nên bị từ chối. Mở lại trang này rồi thử lại.',
  'request.rate_limited': () => 'Quá nhiều yêu cầu trong thời gian ngắn. Chờ một lát rồi thử lại.',
  'request.method': () => 'Thao tác này không được hỗ trợ.',
  'idempotency.required': () => 'Yêu cầu thiếu mã chống gửi lặp. Tải lại trang rồi thử lại.',
  'idempotency.reused': () => 'Nội dung đã thay đổi sau lần gửi trước. Tải lại trang để xem kết quả lần trước.',
  not_found: () => 'Không tìm thấy nội dung, hoặc nội dung không dành cho vai trò đang dùng.',
  forbidden: () => 'Vai trò đang dùng không được làm việc này.',
  'conflict.stale': () => 'Nội dung đã được người khác thay đổi. Tải lại để xem bản mới trước khi sửa tiếp.',
  'server.error': () => 'Hệ thống gặp lỗi. Lỗi đã được ghi lại; thử lại sau ít phút.',
  'server.unavailable': () => 'Hệ thống đang bận hoặc đang bảo trì. Thử lại sau ít phút.',
  // identity
  'session.required': () => 'Phiên làm việc đã hết. Đăng nhập lại; nội dung đang nhập vẫn được giữ.',
  'session.step_up': () => 'Việc này cần xác nhận lại mật khẩu.',
  'session.credentials': () => 'Tên đăng nhập hoặc mật khẩu chưa đúng.',
  'session.password_must_change': () => 'Cần đổi mật khẩu trước khi làm việc khác.',
  'setup.done': () => 'Hệ thống đã được thiết lập. Đăng nhập bằng tài khoản đã có.',
  'setup.code': () => 'Mã thiết lập chưa đúng. Xem lại mã trên màn hình máy chủ.',
  'password.weak': () => 'Mật khẩu quá ngắn hoặc quá dễ đoán. Dùng một câu dài ít nhất 12 ký tự.',
  'password.wrong': () => 'Mật khẩu hiện tại chưa đúng.',
  'login.taken': () => 'Tên đăng nhập này đã có hoặc quá giống một tên đã có.',
  'invitation.invalid': () => 'Lời mời không còn hiệu lực. Đề nghị người quản trị gửi lại.',
  'account.self': () => 'Không thể tự làm việc này với tài khoản của chính mình.',
  'account.last_admin': () => 'Phải còn ít nhất một người quản trị.',
  // drills
  'drill.wrong_phase': () => 'Giai đoạn hiện tại của cuộc diễn tập không cho phép việc này.',
} satisfies Record<RefusalCode | 'network', (params: Params) => string>;
