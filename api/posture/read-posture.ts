import { postureHome, postureRead, postureSystems } from '../contract/posture.ts';
import { reportYear, yearWindow } from '../domain/duration.ts';
import { rollUp, systemsBelow } from '../domain/posture/roll-up.ts';
import { systemLists } from '../domain/posture/system-lists.ts';
import { isBelow, rootsOf } from '../incidents/scope.ts';
import { query } from '../kernel/query.ts';
import { heirsOf } from '../registry/heir.ts';
import { organisationPath } from '../registry/organisation-path.ts';
import { postureRoles, postureUnit } from './access.ts';
import { deadlines } from './deadlines.ts';
import { gather } from './gather.ts';
import { gatherSystems } from './gather-systems.ts';
import { countUnits } from './list-units.ts';
import { standing } from './standing.ts';

/** How far back the comparison looks; ours, no regulation names one. */
const month = 30 * 24 * 3_600_000;

export const readPosture = query({
  operation: postureRead,
  run: async ({ params, actor }, { db: { read }, clock }) => {
    const unit = await postureUnit(read, actor, params.organisation);
    const now = clock.now();
    const year = reportYear(now);
    const window = yearWindow(year);
    const facts = await gather(read, unit.path, now, window);
    return {
      organisation: {
        id: unit.id,
        name: unit.name,
        successor: (await heirsOf(read, [unit.id])).get(unit.id) ?? null,
      },
      asOf: now,
      year,
      window,
      figures: rollUp(facts, unit.id, unit.path, window),
      units: await countUnits(read, unit.id),
      comparison: {
        since: now - month,
        before: await standing(read, unit.path, now - month),
        now: await standing(read, unit.path, now),
      },
      deadlines: await deadlines(read, now, null, (rows) => rows.where(isBelow('incident.organisation_id', [unit.id]))),
    };
  },
});

/** The same facts and the same rule as the figure: the list is as long as the number says. */
export const listPostureSystems = query({
  operation: postureSystems,
  run: async ({ params, query: asked, actor }, { db: { read }, clock }) => {
    const unit = await postureUnit(read, actor, params.organisation);
    const window = yearWindow(reportYear(clock.now()));
    const list = systemLists[asked.figure];
    const items = systemsBelow(await gatherSystems(read, unit.path, clock.now()), unit.path)
      .filter((system) => list.of(system) && list.n(system, window) === (asked.side === 'n'))
      .filter((system) => asked.level === undefined || (system.level ?? 0) === asked.level)
      .filter((system) => asked.status === undefined || system.status === asked.status)
      .map(({ paths: _paths, ...shown }) => shown);
    return { items };
  },
});

export const readPostureHome = query({
  operation: postureHome,
  run: async ({ actor }, { db: { read } }) => {
    const roots = rootsOf(actor, postureRoles);
    const rows = read
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('valid_to', 'is', null)
      .orderBy('sort_key')
      .orderBy('id');
    if (roots !== '*') return { organisations: await rows.where('id', 'in', ['', ...roots]).execute() };
    // Everywhere = the province of the person; units outside it are known only because others point to them.
    const provinces = await rows.where('parent_id', 'is', null).where('kind', '=', 'province').execute();
    const path = actor.organisationId === null ? null : await organisationPath(read, actor.organisationId);
    const own = provinces.filter(({ id }) => path?.split('/').includes(id));
    return { organisations: own.length > 0 ? own : provinces };
  },
});
