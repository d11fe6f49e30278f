import { expect, it } from 'vitest';
import { drillScenario, scenarioList, scenarioRead } from '#api/contract/scenarios.ts';
import { eachDialect, givenApp } from '#test/given.ts';
import { approve, plannedDrill, scenarioId } from './drill-given.ts';

eachDialect((dialect) => {
  it('lists the library to those who plan, and to nobody who plays', async () => {
    const app = await givenApp(dialect);
    const { items } = await (await app.as('organiser')).call(scenarioList);
    expect(items.map(({ id, durationMinutes }) => [id, durationMinutes])).toEqual([
      ['cum-mang-luoi', 16_440],
      ['ma-doc-tong-tien', 270],
      [scenarioId, 480],
    ]);
    for (const login of ['red', 'officer', 'staff'] as const)
      expect((await (await app.as(login)).refused(scenarioList)).code).toBe('forbidden');
    expect((await app.visitor().refused(scenarioList)).code).toBe('session.required');
  });

  it('gives one with its briefs and rules; a path is no name', async () => {
    const app = await givenApp(dialect);
    const organiser = await app.as('organiser');
    const view = await organiser.call(scenarioRead, { params: { scenario: 'ma-doc-tong-tien' } });
    expect(view.briefs.blue).toContain('Hướng dẫn đội tham gia');
    expect(view.rulesText).toContain('Điều 8. Dừng khẩn cấp');
    for (const scenario of ['khong-co', '..%2f..%2fapi', '../api', 'scenario.schema.json'])
      expect((await organiser.refused(scenarioRead, { params: { scenario } })).code).toBe('not_found');
  });

  it('stays with the drill for control and judges, hidden from players', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    const params = { drill: drill.id };
    await approve(app, drill);
    for (const login of ['organiser', 'judge'] as const) {
      const { view, changed } = await (await app.as(login)).call(drillScenario, { params });
      expect([view?.id, changed]).toEqual([scenarioId, false]);
    }
    for (const login of ['red', 'blue', 'observer'] as const)
      expect((await (await app.as(login)).refused(drillScenario, { params })).code).toBe('forbidden');
  });
});
