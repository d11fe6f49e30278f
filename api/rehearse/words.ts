/** Whatever the reports of an exercise do not name; each says that it is assumed. */
export const invented = {
  admin: 'Quản trị (giả định)',
  jury: 'Hội đồng chuyên môn (giả định)',
  organiser: 'Trưởng Ban Tổ chức (giả định)',
  deputy: 'Phó Ban Tổ chức (giả định)',
  judge: (n: number) => `Giám khảo ${n} (giả định)`,
  officer: (n: number) => `Cán bộ chuyên trách ${n} (giả định)`,
  member: (n: number, team: string) => `Thành viên ${n} ${team} (giả định)`,
  attackers: (n: number) => `Đơn vị tấn công ${n} (giả định)`,
  phase: 'Thực chiến',
  emergencyContact: 'Trực Ban Tổ chức: 0200 000 000 (giả định)',
  papers: { decision: '01/QĐ-GĐ', consent: '02/GĐ', notice: '03/GĐ', backup: '04/GĐ', rollback: '05/GĐ' },
  fixed: 'Đã khắc phục (giả định).',
};
