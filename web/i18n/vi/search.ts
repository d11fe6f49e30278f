/** One box over everything the reader may see. */
export const search = {
  title: 'Tìm kiếm',
  lead: 'Hệ thống, đơn vị, sự cố, diễn tập, con người. Không cần gõ dấu.',
  box: 'Nội dung cần tìm',
  submit: 'Tìm',
  for: (p: { words: string }) => `Kết quả cho “${p.words}”`,
  groups: { systems: 'Hệ thống', organisations: 'Đơn vị', incidents: 'Sự cố', drills: 'Diễn tập', people: 'Tài khoản' },
  more: (p: { n: string }) => `Xem cả ${p.n}`,
  all: 'Xem tất cả',
  found: (p: { n: string }) => `${p.n} kết quả`,
  none: 'Không tìm thấy gì phù hợp',
  noneHint: 'Gõ ít chữ hơn, hoặc thử một phần của tên. Chỉ tìm trong nội dung dành cho vai trò đang dùng.',
  start: 'Gõ tên hệ thống, đơn vị, số phiếu sự cố hoặc tên cuộc diễn tập',
};
