import { drillSetRules } from '../contract/drill-plan.ts';
import { beforeStart } from '../domain/drill/status.ts';
import { refuse } from '../domain/refusal.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { sha256 } from '../kernel/ids.ts';
import { drillCommand } from './drill-command.ts';

/** The version names the table by its content, so that the same table has the same version everywhere. */
const versionOf = (table: unknown) => `edited-${sha256(canonicalJson(table)).slice(0, 8)}`;

export const setRules = drillCommand({
  operation: drillSetRules,
  decide: (state, { body: { replaces, ...table } }) => {
    if (!beforeStart.some((status) => status === state.status)) return refuse('drill.rules_started');
    if (replaces !== state.rules.version) return refuse('conflict.stale');
    return [
      {
        type: 'drill.rules_set',
        subject: null,
        payload: { rules: { ...table, version: versionOf(table), origin: 'edited' } },
      },
    ];
  },
  answer: (_events, { body: { replaces: _seen, ...table } }) => ({ version: versionOf(table) }),
});
