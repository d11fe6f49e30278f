import type ExcelJS from 'exceljs';
import { boardRows } from '../domain/drill/board.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { spreadsheetSafe } from '../domain/name.ts';
import { countedSeverity } from '../domain/drill/scoring.ts';
import type { ResultWords } from './words.ts';

type Cell = string | number | Date | null;
type Column = [head: string, width: number, format?: string];

const pointFormat = '#,##0.00';
const countFormat = '0';
const timeFormat = 'dd/mm/yyyy hh:mm';
// A workbook knows no time zones: its times are written as they stand on a clock in Vietnam (UTC+7, no summer time).
const vietnam = 7 * 3_600_000;

/** The results of a drill as an XLSX file. Text can never become a formula, points are numbers. */
export async function resultsWorkbook(
  state: DrillState,
  words: ResultWords,
  organisations: ReadonlyMap<string, string>,
  withFindings: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  // Hundreds of modules that only this file needs.
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.created = new Date(state.at);
  book.modified = book.created;
  addRanks(book, state, words, organisations);
  addPrizes(book, state, words);
  if (withFindings) addFindings(book, state, words);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addRanks(
  book: ExcelJS.Workbook,
  state: DrillState,
  words: ResultWords,
  organisations: ReadonlyMap<string, string>,
): void {
  const { head } = words;
  const columns: Column[] = [
    [head.side, 16],
    [head.rank, 8, countFormat],
    [head.team, 30],
    [head.organisations, 40],
    [head.points, 12, pointFormat],
    [head.critical, 14, countFormat],
    [head.high, 10, countFormat],
    [head.medium, 12, countFormat],
    [head.low, 10, countFormat],
    [head.firstBloods, 18, countFormat],
    [head.shared, 12],
  ];
  const rows = boardRows(state).map((row): Cell[] => [
    words.side[row.side],
    row.rank,
    row.name,
    row.organisationIds.map((id) => organisations.get(id) ?? '').join('; '),
    row.points / 100,
    row.counts.critical,
    row.counts.high,
    row.counts.medium,
    row.counts.low,
    row.firstBloods,
    row.shared ? words.yes : null,
  ]);
  const note = state.rules.origin === 'suggested' ? words.suggested : words.edited;
  addSheet(book, words.ranks, title(state, words), columns, rows, `${note} (${state.rules.version})`);
}

function addPrizes(book: ExcelJS.Workbook, state: DrillState, words: ResultWords): void {
  const columns: Column[] = [
    [words.head.prize, 22],
    [words.head.side, 16],
    [words.head.team, 50],
    [words.head.reason, 50],
  ];
  const rows = state.prizes.map(({ tier, side, teamIds, reason }): Cell[] => [
    words.tier[tier],
    words.side[side],
    teamIds.map((id) => state.teams.get(id)?.name ?? '').join('; '),
    reason,
  ]);
  addSheet(book, words.prizes, title(state, words), columns, rows);
}

function addFindings(book: ExcelJS.Workbook, state: DrillState, words: ResultWords): void {
  const { head } = words;
  const columns: Column[] = [
    [head.number, 12],
    [head.team, 26],
    [head.target, 36],
    [head.title, 50],
    [head.technique, 16],
    [head.status, 20],
    [head.severity, 16],
    [head.points, 12, pointFormat],
    [head.foundAt, 18, timeFormat],
    [head.submittedAt, 18, timeFormat],
  ];
  const rows = [...state.claims.values()]
    .filter((claim) => claim.submittedAt !== null)
    .sort((a, b) => a.order - b.order)
    .map((claim): Cell[] => [
      claim.number,
      state.teams.get(claim.teamId)?.name ?? '',
      state.targets.get(claim.finding.targetId)?.name ?? '',
      claim.finding.title,
      claim.finding.techniqueId,
      words.status[claim.status] ?? claim.status,
      words.severity[countedSeverity(claim) ?? ''] ?? null,
      (claim.points + claim.bonus) / 100,
      dateOf(claim.finding.foundAt),
      dateOf(claim.submittedAt ?? claim.draftedAt),
    ]);
  addSheet(book, words.findings, title(state, words), columns, rows);
}

function addSheet(
  book: ExcelJS.Workbook,
  name: string,
  heading: string,
  columns: readonly Column[],
  rows: readonly Cell[][],
  note?: string,
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.addRow([spreadsheetSafe(heading)]).font = { bold: true, size: 14 };
  sheet.addRow(columns.map(([head]) => head)).font = { bold: true };
  columns.forEach(([, width, format], i) => {
    const column = sheet.getColumn(i + 1);
    column.width = width;
    if (format) column.numFmt = format;
  });
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? spreadsheetSafe(cell) : cell)));
  if (note) sheet.addRow([spreadsheetSafe(note)]).font = { italic: true };
}

function title(state: DrillState, words: ResultWords): string {
  return `${words.drill} – ${state.plan.name}`;
}

function dateOf(at: number): Date {
  return new Date(at + vietnam);
}
