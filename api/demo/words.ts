/** What the demo says on the console, both languages, and what its people write. */
export const said = {
  begin: ['Đang chuẩn bị dữ liệu mẫu…', 'Preparing sample data…'],
  open: ['Mở trong trình duyệt', 'Open in a browser'],
  board: ['Bảng điểm hội trường', 'Board for the hall'],
  code: ['mã bảng điểm', 'board code'],
  password: [
    'Mật khẩu chung của mọi tài khoản mẫu (chỉ trong lần chạy này)',
    'Password of every sample account (this run only)',
  ],
  login: ['Đăng nhập', 'Login'],
  role: ['Vai', 'Role'],
  stop: ['Dữ liệu mẫu, xóa khi dừng. Nhấn Ctrl-C để dừng.', 'Sample data, removed when stopped. Ctrl-C stops.'],
  running: ['Cuộc diễn tập bắt đầu, dài khoảng {minutes} phút.', 'The drill begins; it takes about {minutes} minutes.'],
  over: [
    'Cuộc diễn tập đã công bố kết quả. Hệ thống vẫn mở để xem lại; nhấn Ctrl-C để dừng.',
    'The drill has published its results. The system stays open for a look back; Ctrl-C stops.',
  ],
  stopping: ['Đang dừng và xóa dữ liệu mẫu…', 'Stopping and removing the sample data…'],
  unknownSpeed: ['--speed phải là một số từ 0,1 đến 60.', '--speed must be a number from 0.1 to 60.'],
} as const satisfies Record<string, readonly [vi: string, en: string]>;

/** One account for every role: login, then the role in both languages. */
export const accounts: readonly (readonly [login: string, vi: string, en: string])[] = [
  ['btc-01', 'Ban Tổ chức', 'Organiser, control'],
  ['bgk-01', 'Ban Giám khảo', 'Judge'],
  ['red-02-1', 'Đội tấn công (đội trưởng)', 'Attack team (captain)'],
  ['blue-01-1', 'Đội phòng thủ (đội trưởng)', 'Defence team (captain)'],
  ['nhat-ky', 'Quan sát viên', 'Observer'],
  ['cv-01', 'Cán bộ chuyên trách', 'Security officer'],
  ['vh-03', 'Nhân viên vận hành', 'Staff'],
  ['td-so-khcn', 'Thủ trưởng đơn vị', 'Head of a department'],
  ['ct-ubnd', 'Lãnh đạo tỉnh', 'Leader of the province'],
  ['quan-tri', 'Quản trị hệ thống', 'Administrator'],
];

export const scene = {
  name: 'Diễn tập thực chiến Vĩnh Long (mẫu)',
  emergencyContact: 'Trực Ban Tổ chức: 0270 000 000 (số giả định)',
  papers: { decision: '01/QĐ-MẪU', consent: '02/MẪU', notice: '03/MẪU', backup: '04/MẪU', rollback: '05/MẪU' },
  welcome: 'Cuộc diễn tập bắt đầu. Các đội tuân thủ Nội quy và chỉ hoạt động trong phạm vi mục tiêu.',
  half: 'Đã qua nửa thời gian. Đội phòng thủ bổ sung bằng chứng hiệu quả cho các phiếu còn thiếu.',
  unblock: 'Đội phòng thủ tạm mở chặn dải địa chỉ 198.51.100.0/25 theo đề nghị của Ban Tổ chức.',
  pause: 'Kiểm tra an toàn hệ thống theo đề nghị của chủ quản',
  resume: 'Đã kiểm tra, hệ thống bình thường',
  freeze: 'Giữ bảng điểm trước khi kết thúc',
  end: 'Hết thời gian thi đấu',
  bonus: 'Báo cáo đầy đủ, đúng mẫu',
  question: 'Bổ sung ảnh bằng chứng tác động và thời điểm thực hiện.',
  reply: 'Đã bổ sung tệp nhật ký và thời điểm thực hiện.',
  fixed: 'Đã vá và cấu hình lại theo khuyến nghị trước mắt.',
  retested: 'Đã kiểm tra lại, không còn tái hiện.',
  observation: 'Đã đối chiếu với nhật ký tường lửa.',
  evidence: (title: string, at: string) =>
    `TỆP BẰNG CHỨNG MẪU (nội dung giả định)\nPhát hiện: ${title}\nThời điểm: ${at}\nNguồn: 198.51.100.0/24\nKết quả: đã che dữ liệu.\n`,
};

/** Officers who fix what the drill found. */
export const menders = ['cv-01', 'cv-03', 'cv-05', 'cv-09'];

/** Real incidents of the same day, logged by officers; invented. */
export const incidents = [
  { login: 'cv-01', system: 'email', title: 'Thư giả mạo yêu cầu cập nhật mật khẩu gửi hàng loạt', severity: 'medium' },
  { login: 'cv-03', system: 'yte', title: 'Tài khoản đăng nhập ngoài giờ từ địa chỉ lạ', severity: 'high' },
  { login: 'cv-09', system: 'qlvb', title: 'Máy trạm báo có mã độc trong tệp đính kèm', severity: 'unknown' },
  { login: 'cv-04', system: 'smas', title: 'Trang tra cứu điểm phản hồi chậm bất thường', severity: 'low' },
] as const;
