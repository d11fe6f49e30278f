/** Words inside the components. */
export const ui = {
  errorTitle: 'Chưa thực hiện được',
  severity: { critical: 'Nghiêm trọng', high: 'Cao', medium: 'Trung bình', low: 'Thấp', unknown: 'Chưa rõ' },
  side: { red: 'Tấn công', blue: 'Phòng thủ', white: 'Ban Tổ chức' },
  step: { done: 'Đã xong', current: 'Hiện tại', todo: 'Chưa đến' },
  pages: 'Phân trang',
  firstPage: 'Về đầu danh sách',
  nextPage: 'Trang sau',
  shown: (p: { shown: string; total: string | null }) =>
    p.total === null ? `${p.shown} mục` : `${p.shown} trong ${p.total} mục`,
  typeToConfirm: (p: { words: string }) => `Nhập “${p.words}” để xác nhận`,
  typedWrong: (p: { words: string }) => `Nội dung nhập chưa khớp với “${p.words}”.`,
  chooseFiles: 'Chọn tệp hoặc chụp ảnh',
  dropHint: 'hoặc kéo tệp vào đây',
  fileTooLarge: (p: { name: string; max: string }) => `Tệp ${p.name} lớn hơn ${p.max}.`,
  time: 'Thời điểm',
  chartTable: 'Xem số liệu dạng bảng',
  noMatch: 'Không tìm thấy mục phù hợp',
  clear: 'Bỏ chọn',
  momentHint: 'Ví dụ: bây giờ, 5 phút trước, 14:30, 22/11/2026 14:30',
  momentWrong: 'Chưa hiểu thời điểm này. Nhập dạng 22/11/2026 14:30 hoặc “5 phút trước”.',
};
