import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { boardRead } from '#api/contract/board.ts';
import { drillPublish, drillReplay, resultsRead } from '#api/contract/results.ts';
import { hour } from '#test/domain/drill-log.ts';
import { eachDialect } from '#test/given.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';

const of = { params: { drill } };
const prizes = [
  { tier: 'first' as const, side: 'red' as const, teamIds: ['team-red'], reason: 'Nhiều phát hiện nhất' },
];

async function judged(app: Play): Promise<void> {
  await app.given(drillStream, [
    { type: 'drill.ended', subject: null, payload: { reason: 'x' } },
    { type: 'drill.judging_opened', subject: null, payload: {} },
  ]);
}

eachDialect((dialect) => {
  it('are published when every finding is decided, and lift the freeze', async () => {
    const app = await givenPlay(dialect, { freezeMinutes: 12 * 60 - 5 });
    const claim = await app.submit('red', { title: '=HYPERLINK("http://x.example")' });
    app.clock.pass(6 * 60_000);
    await judged(app);
    const [control, red] = [await app.as('control'), await app.as('red')];
    expect((await red.refused(resultsRead, of)).code).toBe('results.not_ready');
    expect((await control.refused(drillPublish, { ...of, body: { prizes } })).code).toBe('results.claims_open');
    await app.decide(claim);
    expect((await control.call(resultsRead, of)).proposal).toEqual([
      { tier: 'first', side: 'red', reason: '', teams: [{ id: 'team-red', name: 'Đội Sao Khuê' }] },
    ]);
    await control.call(drillPublish, { ...of, body: { prizes } });
    const results = await red.call(resultsRead, of);
    expect(results).toMatchObject({
      published: true,
      totals: { submitted: 1, recognised: 1 },
      prizes: [{ tier: 'first', teams: [{ name: 'Đội Sao Khuê' }] }],
      proposal: [],
    });
    expect((await red.call(boardRead, of)).rows[0]?.points).toBe(6_000);
    expect((await control.refused(drillPublish, { ...of, body: { prizes } })).code).toBe('drill.wrong_phase');
  });

  it('are open to whoever oversees the host, without a seat, once published', async () => {
    const app = await givenPlay(dialect);
    await judged(app);
    const [leader, control] = [await app.as('leader'), await app.as('control')];
    expect((await leader.refused(resultsRead, of)).code).toBe('results.not_ready');
    await control.call(drillPublish, { ...of, body: { prizes } });
    expect((await leader.call(resultsRead, of)).prizes).toHaveLength(1);
    expect((await leader.call(drillReplay, of)).teams).toHaveLength(3);
    expect((await (await app.as('admin')).refused(resultsRead, of)).code).toMatch(/^(not_found|forbidden)$/);
  });

  it('read back from the workbook: points are numbers, text is never a formula', async () => {
    const app = await givenPlay(dialect);
    await app.decide(await app.submit('red', { title: '=HYPERLINK("http://x.example")' }));
    await judged(app);
    await (await app.as('control')).call(drillPublish, { ...of, body: { prizes } });
    const book = await download(app, 'judge', 'vi');
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Xếp hạng', 'Giải thưởng', 'Phát hiện']);
    const [ranks, list, findings] = book.worksheets;
    expect(ranks!.getRow(3).getCell(5).value).toBe(60);
    expect(ranks!.getRow(6).getCell(1).value).toBe('Bảng điểm: mẫu gợi ý – không phải quy định (suggested-1)');
    expect(list!.getRow(3).values).toEqual([
      undefined,
      'Giải nhất',
      'Đội tấn công',
      'Đội Sao Khuê',
      'Nhiều phát hiện nhất',
    ]);
    expect(findings!.getRow(3).getCell(4).value).toBe(`'=HYPERLINK("http://x.example")`);
    expect(findings!.getRow(3).getCell(6).value).toBe('Công nhận');
    let cells = 0;
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          cells += 1;
          expect(cell.formula).toBeUndefined();
        }),
      ),
    );
    expect(cells).toBeGreaterThan(40);
    expect((await download(app, 'red', 'en')).worksheets.map((sheet) => sheet.name)).toEqual(['Ranking', 'Prizes']);
  });

  it('can be replayed by drill time', async () => {
    const app = await givenPlay(dialect);
    await app.decide(await app.submit('red'));
    app.clock.pass(hour);
    expect((await (await app.as('judge')).refused(drillReplay, of)).code).toBe('results.not_ready');
    await judged(app);
    const replay = await (await app.as('judge')).call(drillReplay, of);
    expect(replay.steps).toEqual([
      { elapsedMs: 62_000, teamId: 'team-red', points: 6_000, rule: 'claim', severity: 'high' },
    ]);
    expect(replay.marks.map((mark) => mark.kind)).toEqual(['start', 'end']);
    expect((await (await app.as('red')).refused(drillReplay, of)).code).toBe('results.not_ready');
  });
});

async function download(app: Play, login: 'judge' | 'red', locale: string): Promise<ExcelJS.Workbook> {
  const response = await (await app.as(login)).fetch(`/api/drills/${drill}/results.xlsx?locale=${locale}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return book;
}
