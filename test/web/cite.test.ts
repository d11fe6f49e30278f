import { expect, test } from 'vitest';
import { en } from '#web/i18n/en/index.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { cite } from '#web/ui/incident/cite.ts';

test.each([
  ['Điều 31.2.d', '331/2026/NĐ-CP', 'Điều 31.2.d Nghị định 331/2026/NĐ-CP', 'Article 31.2.d, Decree 331/2026/NĐ-CP'],
  ['Điều 23', '91/2025/QH15', 'Điều 23 Luật 91/2025/QH15', 'Article 23, Law 91/2025/QH15'],
  ['Mẫu 03', '20/2017/TT-BTTTT', 'Mẫu số 03 Thông tư 20/2017/TT-BTTTT', 'Form 03, Circular 20/2017/TT-BTTTT'],
  ['', '05/2017/QĐ-TTg', 'Quyết định 05/2017/QĐ-TTg', 'Decision 05/2017/QĐ-TTg'],
  ['', '', '', ''],
])('%s %s is named with its kind', (article, number, vietnamese, english) => {
  expect(cite({ article, number }, vi.incident.cite)).toBe(vietnamese);
  expect(cite({ article, number }, en.incident.cite)).toBe(english);
});
