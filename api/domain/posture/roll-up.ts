import { systemStatuses } from '../registry/kinds.ts';
import type { PostureFacts, SystemFact } from './facts.ts';
import { countOf, medianOf, shareOf } from './figures.ts';
import type { Figure, ListLink, Median } from './figures.ts';
import { systemLists } from './system-lists.ts';
import type { SystemListKey, Window } from './system-lists.ts';

export interface Posture {
  systems: Figure;
  byLevel: { level: number | null; figure: Figure }[];
  byStatus: { status: string; figure: Figure }[];
  approved: Figure;
  planFull: Figure;
  assessed: Figure;
  drilled: Figure;
  contactsFresh: Figure;
  open: Figure;
  overdue: Figure;
  received: Figure;
  closed: Figure;
  /** Notices and reports given in time, of those that have come due (K09). */
  onTime: Figure;
  onTimeByClock: { code: string; figure: Figure }[];
  /** From detection (K10). */
  times: Record<'acknowledged' | 'contained' | 'resolved', Median>;
  findingsOpen: Figure;
  findingsBySeverity: { severity: string; figure: Figure }[];
  /** Fixed and tested again, of all recognised (K13). */
  retested: Figure;
}

const levels = [5, 4, 3, 2, 1, null] as const;
const severities = ['critical', 'high', 'medium', 'low'] as const;

/** The figures of one organisation and all below it. Only real incidents are among the facts. */
export function rollUp(facts: PostureFacts, organisationId: string, path: string, window: Window): Posture {
  const inside = (one: { path: string }) => one.path.startsWith(path);
  const systems = systemsBelow(facts.systems, path);
  const tickets = facts.tickets.filter(inside);
  const clocks = facts.clocks.filter(inside);
  const times = facts.times.filter(inside);
  const findings = facts.findings.filter(inside);

  const list = (key: ListLink['key'], query: Record<string, string> = {}): ListLink => ({
    key,
    query: { organisation: organisationId, ...query },
  });
  const within = { since: String(window.from), until: String(window.until) };
  const share = (key: SystemListKey) => {
    const all = systems.filter((system) => systemLists[key].of(system));
    return shareOf(
      all.filter((system) => systemLists[key].n(system, window)).length,
      all.length,
      list('systems', { figure: key }),
    );
  };
  const part = (query: Record<string, string>, wanted: (system: SystemFact) => boolean) =>
    shareOf(systems.filter(wanted).length, systems.length, list('systems', query));
  const reports = (rows: typeof clocks) =>
    shareOf(
      sum(rows, (row) => row.onTime),
      sum(rows, (row) => row.due),
      list('incidents', within),
    );
  const unfixed = (rows: typeof findings, query: Record<string, string> = {}) =>
    shareOf(
      sum(
        rows.filter((row) => row.status === 'open'),
        (row) => row.count,
      ),
      sum(rows, (row) => row.count),
      list('remediations', { status: 'open', ...query }),
    );
  const received = sum(tickets, (row) => row.received);

  return {
    systems: countOf(systems.length, list('systems')),
    byLevel: levels.map((level) => ({
      level,
      figure: part({ level: String(level ?? 0) }, (system) => system.level === level),
    })),
    byStatus: systemStatuses
      .filter((status) => status !== 'retired')
      .map((status) => ({ status, figure: part({ status }, (system) => system.status === status) })),
    approved: share('approved'),
    planFull: share('plan_full'),
    assessed: share('assessed'),
    drilled: share('drilled'),
    contactsFresh: shareOf(
      sum(systems, (one) => one.freshContacts),
      sum(systems, (one) => one.contacts),
      list('systems'),
    ),
    open: countOf(
      sum(tickets, (row) => row.open),
      list('incidents', { status: 'open' }),
    ),
    overdue: countOf(
      sum(tickets, (row) => row.overdue),
      list('incidents', { overdue: 'true' }),
    ),
    received: countOf(received, list('incidents', within)),
    closed: shareOf(
      sum(tickets, (row) => row.closed),
      received,
      list('incidents', { status: 'closed', ...within }),
    ),
    onTime: reports(clocks),
    onTimeByClock: [...new Set(clocks.map((row) => row.code))]
      .toSorted()
      .map((code) => ({ code, figure: reports(clocks.filter((row) => row.code === code)) })),
    times: {
      acknowledged: medianOf(times.flatMap((row) => row.acknowledged ?? [])),
      contained: medianOf(times.flatMap((row) => row.contained ?? [])),
      resolved: medianOf(times.flatMap((row) => row.resolved ?? [])),
    },
    findingsOpen: unfixed(findings),
    findingsBySeverity: severities.map((severity) => ({
      severity,
      figure: unfixed(
        findings.filter((row) => row.severity === severity),
        { severity },
      ),
    })),
    retested: shareOf(
      sum(
        findings.filter((row) => row.status === 'retested'),
        (row) => row.count,
      ),
      sum(findings, (row) => row.count),
      list('remediations', { status: 'retested' }),
    ),
  };
}

/** Systems whose owner or operator is the organisation or lies below it, as the register lists them. */
export function systemsBelow(systems: readonly SystemFact[], path: string): SystemFact[] {
  return systems.filter((system) => system.paths.some((one) => one.startsWith(path)));
}

function sum<T>(rows: readonly T[], number: (row: T) => number): number {
  return rows.reduce((total, row) => total + number(row), 0);
}
