import { claimDecide, claimVerify } from '../contract/adjudication.ts';
import { claimDraft } from '../contract/claims.ts';
import { ticketGrade } from '../contract/ticket-grades.ts';
import { actionAddActs, editActs, transitionActs } from '../contract/ticket-acts.ts';
import { ticketCreate } from '../contract/incidents.ts';
import { sampleJudgeReasons } from '#db/reference/sample-province.ts';
import type { SampleFinding, SampleSeverity, SampleTicket } from '#db/reference/sample-province.ts';
import type { Person } from './person.ts';
import type { Stage } from './stage.ts';

/** A finding as a team reports it. */
export type Reported = Pick<
  SampleFinding,
  'title' | 'endpoint' | 'technique' | 'severity' | 'impacts' | 'description' | 'fixNow' | 'fixLong'
> & { targetId: string; foundAt?: number };

/** Writes a finding down and submits it in one act. */
export async function report(person: Person, stage: Stage, finding: Reported): Promise<string> {
  const { targetId, title, endpoint, technique, severity, impacts, foundAt } = finding;
  const { description, fixNow, fixLong } = finding;
  const where = { targetId, endpoint, techniqueId: technique, foundAt };
  const body = { ...where, title, severity, impacts, description, fixNow, fixLong, submit: true };
  const { id } = await person.call(claimDraft, { params: { drill: stage.drill }, body });
  return id;
}

/** The organisers' provisional opinion. */
export async function verify(
  person: Person,
  stage: Stage,
  claim: string,
  severity: SampleSeverity,
  turn: number,
): Promise<void> {
  const note = nth(sampleJudgeReasons.verified, turn);
  await person.call(claimVerify, { params: { drill: stage.drill, claim }, body: { severity, note } });
}

export type Judgement =
  | { outcome: 'accepted'; severity: SampleSeverity; impacts: SampleFinding['impacts'] }
  | { outcome: 'rejected' }
  | { outcome: 'duplicate'; of: string; severity: SampleSeverity; impacts: SampleFinding['impacts'] };

/** A judge decides, with a reason of the kind judges give. */
export async function decide(
  person: Person,
  stage: Stage,
  claim: string,
  judgement: Judgement,
  turn: number,
): Promise<void> {
  const reasons =
    judgement.outcome === 'accepted'
      ? sampleJudgeReasons.grades[judgement.severity]
      : sampleJudgeReasons[judgement.outcome];
  const reason = nth(reasons, turn);
  const decision =
    judgement.outcome === 'rejected' ? { ...judgement, reason } : { ...judgement, impactEvidence: true, reason };
  await person.call(claimDecide, { params: { drill: stage.drill, claim }, body: { decision } });
}

/** A defence team's whole answer to what it sees, in the order of the ticket's life. Each step is a call of its own. */
export function* answerSteps(
  person: Person,
  stage: Stage,
  targetId: string | null,
  sample: SampleTicket,
  severity: SampleSeverity,
) {
  const drill = stage.drill;
  let incident = '';
  const params = () => ({ drill, incident });
  yield async () => {
    const body = { title: sample.title, severity, description: sample.detectedBy, targetId };
    incident = (await person.call(ticketCreate, { params: { drill }, body })).id;
    return incident;
  };
  const step = (to: 'acknowledged' | 'in_progress' | 'contained' | 'resolved' | 'closed') => () =>
    person.call(transitionActs.drill, { params: params(), body: { to } }).then(() => incident);
  yield step('acknowledged');
  yield step('in_progress');
  yield async () => {
    const { action: text, proofOfAction, proofOfEffect } = sample;
    await person.call(actionAddActs.drill, { params: params(), body: { text, proofOfAction, proofOfEffect } });
    return incident;
  };
  yield step('contained');
  yield async () => {
    const found = sample.detectedBy;
    const body = { cause: found, remedy: sample.action, detectionMethod: found, revision: 0 };
    await person.call(editActs.drill, { params: params(), body });
    return incident;
  };
  yield step('resolved');
}

/** A judge marks a ticket by every criterion of the rules. */
export async function grade(
  person: Person,
  stage: Stage,
  ticket: string,
  marks: Record<string, number>,
): Promise<number> {
  const { points } = await person.call(ticketGrade, { params: { drill: stage.drill, ticket }, body: { marks } });
  return points;
}

function nth(list: readonly string[], turn: number): string {
  return list[turn % list.length] ?? '';
}
