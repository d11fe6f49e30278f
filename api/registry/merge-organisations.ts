import { organisationMerge } from '../contract/organisations.ts';
import type { NewEvent } from '../domain/event.ts';
import { refuse } from '../domain/refusal.ts';
import { closingFault, dateFault, nameFault } from '../domain/registry/organisation.ts';
import { command } from '../kernel/command.ts';
import { keptPath, loadOrganisation, siblingNamed } from './load-organisation.ts';
import { organisationFacts } from './organisation-facts.ts';
import { factsOfRow } from './system-facts.ts';

const admin = ['admin'] as const;

/** As on 1/7/2025: several units end, one goes on with their systems, and each keeps saying whom it followed. */
export const mergeOrganisations = command({
  operation: organisationMerge,
  stream: () => 'registry',
  async load(trx, { body, actor }) {
    const ids = [...new Set(body.sources)];
    const sources = [];
    // One connection: one after the other.
    for (const id of ids) sources.push(await loadOrganisation(trx, actor, id, undefined, admin));
    const systems = await trx
      .selectFrom('information_system')
      .selectAll()
      .where(({ eb, or }) => or([eb('owner_id', 'in', ids), eb('operator_id', 'in', ids)]))
      .where('status', '!=', 'retired')
      .orderBy('id')
      .execute();
    if (body.into.kind === 'existing')
      return {
        sources,
        systems,
        target: await loadOrganisation(trx, actor, body.into.id, undefined, admin),
        sameName: null,
      };
    const { parentId, name } = body.into.organisation;
    await keptPath(trx, actor, parentId, ['into', 'organisation', 'parentId']);
    const sameName = await siblingNamed(trx, parentId, name, null);
    // One that ends by this very act may leave its name to the new one.
    const leaves = sources.some((source) => source.name === sameName && source.parentId === parentId);
    return { sources, systems, target: null, sameName: leaves ? null : sameName };
  },
  decide({ sources, systems, target, sameName }, { body: { into, on }, call }) {
    const targetId = target?.id ?? call.id;
    if (target && (target.validTo !== null || sources.some(({ id }) => id === target.id)))
      return refuse('organisation.closed', { name: target.name });
    for (const source of sources) {
      const fault = dateFault(on, source, call.at, 'on') ?? closingFault(source, true);
      if (fault) return fault;
    }
    const taken = nameFault({ sameName }, ['into', 'organisation', 'name']);
    if (taken) return taken;

    const ended = new Set(sources.map(({ id }) => id));
    const close = sources.map(({ id }): NewEvent => ({
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
                predecessors: [...ended],
              },
            },
          ];
    const move = systems.map((row): NewEvent => {
      const facts = factsOfRow(row);
      const [ownerId, operatorId] = [facts.ownerId, facts.operatorId].map((id) => (ended.has(id) ? targetId : id)) as [
        string,
        string,
      ];
      return {
        type: 'information_system.updated',
        subject: row.id,
        payload: { systemId: row.id, ...facts, ownerId, operatorId },
      };
    });
    // The old ones end first: only then is their name free for the new one.
    return [...close, ...create, ...move];
  },
  answer: (_events, { body, call }) => ({ id: body.into.kind === 'existing' ? body.into.id : call.id }),
});
