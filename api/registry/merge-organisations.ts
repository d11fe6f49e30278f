import { organisationMerge } from '../contract/organisations.ts';
import type { NewEvent } from '../domain/event.ts';
import { refuse } from '../domain/refusal.ts';
import { closingFault, dateFault, nameFault } from '../domain/registry/organisation.ts';
import type { Args } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import { lockHead } from '../kernel/log.ts';
import { handOver, whatRemains } from './hand-over.ts';
import { keptPath, loadOrganisation, siblingNamed } from './load-organisation.ts';
import { organisationFacts } from './organisation-facts.ts';

const admin = ['admin'] as const;

/**
 * As on 1/7/2025: several units end, one goes on. Its events carry over what stands in the registry (systems, response teams,
 * clusters); accounts and roles follow the end of their organisation (api/auth/project.ts). What was done in the name of an
 * old unit, tickets and findings still open included, keeps that name and is looked after by the successor, below which the
 * old unit stands from then on: no ticket changes its number, its log or its clocks by a reform.
 */
export const mergeOrganisations = command({
  operation: organisationMerge,
  stream: () => 'registry',
  async load(trx, { body, actor, call }, kernel) {
    // Whoever gets an account or a role meanwhile must stand before the merger in the log as in the rows.
    const accounts = await lockHead(trx, 'system', kernel.db.dialect);
    if (accounts.at > call.at) throw refuse('conflict.stale');
    const ids = [...new Set(body.sources)];
    const sources = [];
    // One connection: one after the other.
    for (const id of ids) sources.push(await loadOrganisation(trx, actor, id, undefined, admin));
    const remains = await whatRemains(trx, ids, body.on);
    if (body.into.kind === 'existing')
      return {
        sources,
        remains,
        target: await loadOrganisation(trx, actor, body.into.id, undefined, admin),
        sameName: null,
      };
    const { parentId, name } = body.into.organisation;
    await keptPath(trx, actor, parentId, ['into', 'organisation', 'parentId']);
    const sameName = await siblingNamed(trx, parentId, name, null);
    // One that ends by this very act may leave its name to the new one.
    const leaves = sources.some((source) => source.name === sameName && source.parentId === parentId);
    return { sources, remains, target: null, sameName: leaves ? null : sameName };
  },
  decide({ sources, remains, target, sameName }, args) {
    const { into, on } = args.body;
    const targetId = targetOf(args);
    if (target && (target.validTo !== null || sources.some(({ id }) => id === target.id)))
      return refuse('organisation.closed', { name: target.name });
    for (const source of sources) {
      const fault = dateFault(on, source, args.call.at, 'on') ?? closingFault(source, true);
      if (fault) return fault;
    }
    const taken = nameFault({ sameName }, ['into', 'organisation', 'name']);
    if (taken) return taken;

    const ended = sources.map(({ id }) => id);
    const close = ended.map((id): NewEvent => ({
      type: 'organisation.closed',
      subject: id,
      payload: { organisationId: id, validTo: on, successorId: targetId },
    }));
    const create: NewEvent[] =
      into.kind === 'existing'
        ? []
        : [
            {
              type: 'organisation.created',
              subject: targetId,
              payload: {
                organisationId: targetId,
                ...organisationFacts({ ...into.organisation, validFrom: on }),
                predecessors: ended,
              },
            },
          ];
    // The old ones end first: only then is their name free for the new one.
    return [...close, ...create, ...handOver(remains, new Set(ended), targetId)];
  },
  // Links already sent lead to the successor from now on.
  effects: async (trx, _events, args) => {
    await trx
      .updateTable('invitation')
      .set({ organisation_id: targetOf(args) })
      .where('organisation_id', 'in', args.body.sources)
      .execute();
  },
  answer: (_events, args) => ({ id: targetOf(args) }),
});

const targetOf = ({ body: { into }, call }: Args<typeof organisationMerge>) =>
  into.kind === 'existing' ? into.id : call.id;
