import { describe, expect, it } from 'vitest';
import { drillRead } from '#api/contract/drill-views.ts';
import { injectDeliver, injectRecall, injectRestore, injectSkip, injectsShift } from '#api/contract/run-sheet.ts';
import { topicsFor } from '#api/domain/visibility.ts';
import { liveDrill } from '#test/api/drill-given.ts';
import { eachDialect, givenApp } from '#test/given.ts';

const first = 'bao-chi-hoi';

eachDialect((dialect) => {
  const setUp = async () => {
    const app = await givenApp(dialect);
    const drill = await liveDrill(app);
    const of = { params: { drill: drill.id } };
    const inject = { params: { drill: drill.id, inject: first } };
    const [control, blue, red, judge] = [
      await app.as('organiser'),
      await app.as('blue'),
      await app.as('red'),
      await app.as('judge'),
    ];
    const deliver = () => control.call(injectDeliver, { ...of, body: { injectId: first, teamIds: [drill.blue] } });
    return { app, drill, of, inject, control, blue, red, judge, deliver };
  };

  it('takes back what was handed over by mistake: its team keeps a line without a word of it', async () => {
    const { app, of, inject, control, blue, red, deliver } = await setUp();
    await deliver();
    const [had] = (await blue.call(drillRead, of)).injects;
    await control.call(injectRecall, inject);
    const seen = await blue.call(drillRead, of);
    expect(seen.injects).toMatchObject([{ title: '', text: '', injectId: '', recalledAt: app.clock.now() }]);
    expect(JSON.stringify(seen)).not.toContain(had?.title);
    expect((await red.call(drillRead, of)).injects).toEqual([]);
    expect((await control.call(drillRead, of)).injects).toMatchObject([{ title: had?.title }]);
    await deliver();
    app.clock.pass(61_000);
    expect((await control.refused(injectRecall, inject)).code).toBe('inject.recall_late');
    expect((await blue.call(drillRead, of)).injects).toHaveLength(2);
  });

  it('skips, puts back and shifts before nobody’s eyes but those of control', async () => {
    const { of, inject, control, blue, red, judge } = await setUp();
    const watchers = [blue, red] as const;
    const views = () => Promise.all(watchers.map((one) => one.call(drillRead, of)));
    const before = await views();
    await control.call(injectSkip, inject);
    await control.call(injectsShift, { ...of, body: { minutes: 15 } });
    await control.call(injectsShift, { ...of, body: { minutes: -5 } });
    expect((await control.call(drillRead, of)).runSheet).toMatchObject({
      shiftMs: 600_000,
      skipped: [{ injectId: first }],
    });
    expect((await control.refused(injectSkip, inject)).code).toBe('inject.skipped');
    expect(await views()).toEqual(before);
    for (const one of [blue, red, judge]) expect((await one.call(drillRead, of)).runSheet).toBeNull();
    await control.call(injectRestore, inject);
    expect((await control.call(drillRead, of)).runSheet?.skipped).toEqual([]);
    const unknown = { params: { ...of.params, inject: 'khong-co' } };
    expect((await control.refused(injectSkip, unknown)).code).toBe('inject.unknown');
    expect((await control.refused(injectsShift, { ...of, body: { minutes: 1.5 } })).code).toBe('request.invalid');
  });
});

describe('what a team hears of it', () => {
  it('is nothing at all', () => {
    const event = { type: 'drill.injects_shifted', payload: { byMs: 1 }, subject: null } as never;
    const around = { shown: true, scored: false, teamId: null };
    for (const audience of ['public', 'observer', 'red:a', 'blue:b'] as const)
      expect(topicsFor(event, audience, around)).toEqual([]);
  });
});
