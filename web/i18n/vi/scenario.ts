/** What the scenario checker finds wrong, and the labels of the library. Codes of single fields are in `issue`. */
export const scenario = {
  library: 'Thư viện kịch bản',
  ours: 'đề xuất của dự án',
  suggestedTable: 'mẫu gợi ý – không phải quy định',
  changed: 'Các tệp của kịch bản đã thay đổi sau khi lập cuộc diễn tập.',
  sound: (p: { hash: string }) => `Kịch bản hợp lệ. Phiên bản ${p.hash}.`,
  faulty: (p: { n: number }) => `Kịch bản có ${p.n} lỗi.`,
  place: (p: { file: string; line: number; column: number }) => `${p.file}, dòng ${p.line}, cột ${p.column}`,
  faults: {
    yaml: (p: { fault: string }) => `Không đúng cú pháp YAML (${p.fault}).`,
    'yaml.alias': () => 'Không dùng neo và tham chiếu (& và *) trong kịch bản.',
    'text.nfc': () => 'Chữ Việt chưa ở dạng dựng sẵn (Unicode NFC).',
    'file.kind': () => 'Thư mục kịch bản chỉ được chứa tệp .yaml và .md.',
    'file.too_large': () => 'Tệp quá lớn: không quá 512 KB.',
    'file.too_many': () => 'Quá nhiều tệp: không quá 100.',
    'file.not_utf8': () => 'Tệp không phải văn bản UTF-8.',
    'file.missing': (p: { file: string }) => `Thiếu tệp ${p.file}.`,
    'id.repeated': (p: { id: string }) => `Mã “${p.id}” đã được dùng ở trên.`,
    'phase.overlap': (p: { id: string }) => `Giai đoạn bắt đầu trước khi giai đoạn “${p.id}” kết thúc.`,
    'inject.late': (p: { minutes: number }) =>
      `Tình huống nằm sau khi kết thúc: cả cuộc diễn tập dài ${p.minutes} phút.`,
    'freeze.early': (p: { minutes: number }) =>
      `Thời gian giữ bảng điểm phải ngắn hơn cả cuộc diễn tập (${p.minutes} phút).`,
    'rubric.sum': (p: { sum: number }) => `Tổng tỷ lệ của tiêu chí phải bằng 100, hiện là ${p.sum}.`,
    'technique.unknown': (p: { id: string }) => `Không có kỹ thuật ${p.id} trong MITRE ATT&CK.`,
    'rules.topic_missing': (p: { topic: string }) => `Nội quy thiếu điều về “${p.topic}”.`,
    'rules.stop_word': (p: { word: string }) => `Điều về dừng khẩn cấp phải nêu câu lệnh “${p.word}”.`,
    field: (p: { field: string }) => `Tại “${p.field}”:`,
  },
};
