import { z } from 'zod';
import { remediationStatuses } from '../domain/posture/remediation.ts';
import { done, id, instant, listOf, paragraph, page } from './fields.ts';
import { operation } from './operation.ts';
import { text } from './posture.ts';

export const remediationList = operation({
  name: 'remediation.list',
  method: 'GET',
  path: '/remediations',
  roles: ['user'],
  query: z.strictObject({
    ...page,
    organisation: id().optional(),
    fromDrill: id().optional(),
    status: z.enum(remediationStatuses).optional(),
    severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
  }),
  output: listOf(
    z.object({
      claimId: id(),
      number: text,
      drillId: id(),
      drillName: text,
      systemId: text.nullable(),
      targetName: text,
      organisationId: text,
      severity: text,
      /** null = not for the reader: findings are told to those who must fix them and to the organisers. */
      title: text.nullable(),
      fixNow: text.nullable(),
      fixLong: text.nullable(),
      status: z.enum(remediationStatuses),
      dueAt: z.int().nullable(),
      openedAt: z.int().nullable(),
      fixedAt: z.int().nullable(),
      retestedAt: z.int().nullable(),
      note: text,
      mayFix: z.boolean(),
      mayRetest: z.boolean(),
    }),
  ),
  summary: 'Recognised findings of published drills and how far they are fixed.',
});

const claim = z.object({ claim: id() });

const note = paragraph(2_000).default('');

export const remediationSchedule = operation({
  name: 'remediation.schedule',
  method: 'POST',
  path: '/remediations/:claim/schedule',
  roles: ['officer', 'head'],
  params: claim,
  body: z.strictObject({ dueAt: instant().nullable() }),
  output: done,
  summary: 'Set the day by which a finding is to be fixed.',
});

export const remediationFix = operation({
  name: 'remediation.fix',
  method: 'POST',
  path: '/remediations/:claim/fix',
  roles: ['officer'],
  params: claim,
  body: z.strictObject({ note }),
  output: done,
  summary: 'Record that a finding has been fixed.',
});

export const remediationRetest = operation({
  name: 'remediation.retest',
  method: 'POST',
  path: '/remediations/:claim/retest',
  roles: ['user'],
  params: claim,
  body: z.strictObject({ passed: z.boolean(), note }),
  output: done,
  summary: 'Record a re-test, by an officer other than the one who fixed it or by an organiser of the drill.',
});

export const remediationOperations = [remediationList, remediationSchedule, remediationFix, remediationRetest] as const;
