import type { SessionUser } from '#web/session/session.ts';
import type { SeverityLevel } from '#web/ui/Severity.svelte';

/** Invented names and figures for the page of components. */
export const user: SessionUser = {
  id: 'u',
  login: 'minhan',
  name: 'Nguyễn Thị Minh An',
  locale: 'vi',
  organisation: null,
  grants: [{ role: 'admin', organisationId: '*' }],
  seats: [],
  freshAt: 0,
  mustChangePassword: false,
};

export const levels: SeverityLevel[] = ['unknown', 'low', 'medium', 'high', 'critical'];

export const steps = ['Tiếp nhận', 'Bảo vệ hiện trường', 'Khoanh vùng', 'Phân tích', 'Khắc phục', 'Khôi phục', 'Đóng'];

export const places = [
  { value: '1', label: 'Cổng thông tin điện tử tỉnh', note: 'cấp độ 3' },
  { value: '2', label: 'Hệ thống thông tin giải quyết thủ tục hành chính', note: 'cấp độ 3' },
  { value: '3', label: 'Đồng bộ dữ liệu đất đai', note: 'cấp độ 2' },
  { value: '4', label: 'Thư điện tử công vụ', note: 'cấp độ 3' },
];

export const incidents = [
  {
    id: 'a',
    name: 'Trang chủ hiện nội dung lạ',
    level: 'critical',
    team: 'Trung tâm Dữ liệu',
    side: 'blue',
    status: 'quá hạn',
    tone: 'late',
    points: 11_000,
  },
  {
    id: 'b',
    name: 'Thực thi mã từ xa qua chức năng tải tệp đính kèm hồ sơ',
    level: 'high',
    team: 'Đội Cửu Long',
    side: 'red',
    status: 'chờ chấm',
    tone: 'soon',
    points: 6_050,
  },
  {
    id: 'c',
    name: 'Thư giả mạo gửi tới văn thư các sở',
    level: 'unknown',
    team: 'Sở Y tế',
    side: 'blue',
    status: 'mới',
    tone: 'info',
    points: 0,
  },
] as const;

export const timeline = (now: number) =>
  [
    {
      id: '1',
      at: now - 86_400_000,
      tone: 'late',
      who: 'Phát hiện',
      text: '· cảnh báo gộp 1.204 lần “rename *.locked”',
    },
    {
      id: '2',
      at: now - 3_000_000,
      tone: 'neutral',
      who: 'Nguyễn Thị Minh An',
      text: 'tiếp nhận, phân loại nghiêm trọng',
    },
    { id: '3', at: now - 2_600_000, tone: 'ok', who: 'Công an tỉnh', text: 'đã nhận thông báo qua điện thoại' },
    {
      id: '4',
      at: now - 1_700_000,
      tone: 'bronze',
      who: 'Chứng cứ',
      text: 'CC-09, ảnh bộ nhớ 16 GB, bàn giao có biên bản',
    },
    { id: '5', at: now - 900_000, tone: 'defend', who: 'Cô lập', text: 'máy 198.51.100.23, không còn kết nối mới' },
  ] as const;
