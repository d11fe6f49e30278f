/** Words of the workbook: it is read outside the product, so it carries its own. */
export interface ResultWords {
  ranks: string;
  prizes: string;
  findings: string;
  /** Said under every table of points made by the suggested rules. */
  suggested: string;
  edited: string;
  drill: string;
  head: Record<
    | 'rank'
    | 'side'
    | 'team'
    | 'organisations'
    | 'points'
    | 'critical'
    | 'high'
    | 'medium'
    | 'low'
    | 'firstBloods'
    | 'shared'
    | 'prize'
    | 'reason'
    | 'number'
    | 'target'
    | 'title'
    | 'technique'
    | 'status'
    | 'severity'
    | 'foundAt'
    | 'submittedAt',
    string
  >;
  side: Record<'red' | 'blue' | 'overall', string>;
  tier: Record<'first' | 'second' | 'third' | 'consolation', string>;
  status: Record<string, string>;
  severity: Record<string, string>;
  yes: string;
}

const vi: ResultWords = {
  ranks: 'Xếp hạng',
  prizes: 'Giải thưởng',
  findings: 'Phát hiện',
  drill: 'DIỄN TẬP',
  suggested: 'Bảng điểm: mẫu gợi ý – không phải quy định',
  edited: 'Bảng điểm: do Ban Tổ chức quy định cho cuộc diễn tập này',
  head: {
    rank: 'Hạng',
    side: 'Bên',
    team: 'Đội',
    organisations: 'Đơn vị',
    points: 'Điểm',
    critical: 'Nghiêm trọng',
    high: 'Cao',
    medium: 'Trung bình',
    low: 'Thấp',
    firstBloods: 'Phát hiện đầu tiên',
    shared: 'Đồng hạng',
    prize: 'Giải',
    reason: 'Lý do',
    number: 'Số phiếu',
    target: 'Mục tiêu',
    title: 'Phát hiện',
    technique: 'Kỹ thuật ATT&CK',
    status: 'Kết quả',
    severity: 'Mức độ',
    foundAt: 'Thời điểm phát hiện',
    submittedAt: 'Thời điểm gửi',
  },
  side: { red: 'Đội tấn công', blue: 'Đội phòng thủ', overall: 'Toàn đoàn' },
  tier: { first: 'Giải nhất', second: 'Giải nhì', third: 'Giải ba', consolation: 'Giải khuyến khích' },
  status: {
    submitted: 'Đã gửi',
    needs_info: 'Cần bổ sung',
    verified: 'Xác minh tạm thời',
    accepted: 'Công nhận',
    rejected: 'Không công nhận',
    duplicate: 'Trùng lặp',
    withdrawn: 'Đã rút',
  },
  severity: { critical: 'Nghiêm trọng', high: 'Cao', medium: 'Trung bình', low: 'Thấp' },
  yes: 'Có',
};

const en: ResultWords = {
  ranks: 'Ranking',
  prizes: 'Prizes',
  findings: 'Findings',
  drill: 'DRILL',
  suggested: 'Point table: suggested template – not a regulation',
  edited: 'Point table: set by the organisers of this drill',
  head: {
    rank: 'Rank',
    side: 'Side',
    team: 'Team',
    organisations: 'Organisations',
    points: 'Points',
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    firstBloods: 'First bloods',
    shared: 'Shared',
    prize: 'Prize',
    reason: 'Reason',
    number: 'Number',
    target: 'Target',
    title: 'Finding',
    technique: 'ATT&CK technique',
    status: 'Outcome',
    severity: 'Severity',
    foundAt: 'Found at',
    submittedAt: 'Submitted at',
  },
  side: { red: 'Attack', blue: 'Defence', overall: 'Overall' },
  tier: { first: 'First prize', second: 'Second prize', third: 'Third prize', consolation: 'Consolation prize' },
  status: {
    submitted: 'Submitted',
    needs_info: 'More information needed',
    verified: 'Provisionally verified',
    accepted: 'Recognised',
    rejected: 'Not recognised',
    duplicate: 'Duplicate',
    withdrawn: 'Withdrawn',
  },
  severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
  yes: 'Yes',
};

export const resultWords: Readonly<Record<'vi' | 'en', ResultWords>> = { vi, en };
