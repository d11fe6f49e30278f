import type { OperationShape } from '../contract/operation.ts';
import type { NewEvent } from '../domain/event.ts';
import type { Claim, DrillState } from '../domain/drill/state.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { AnyCommand, Args, Command } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import { drillIdOf } from '../drills/drill-command.ts';
import { assertAccepted } from '../drills/accepted.ts';
import { drillStream } from '../drills/fold.ts';
import type { Sight } from './seen.ts';
import { seenClaim, sightWithin } from './seen.ts';

interface ClaimAct<O extends OperationShape> {
  operation: O;
  /** `claim` is as the caller sees it. */
  decide(claim: Claim, state: DrillState, args: Args<O>, sight: Sight): readonly NewEvent[] | Refusal;
  answer: Command<O, Sight>['answer'];
}

/** A command on the claim of its path, open to those who may see it. */
export function claimCommand<O extends OperationShape>({ operation, decide, answer }: ClaimAct<O>): AnyCommand {
  return command<O, Sight>({
    operation,
    stream: (args) => drillStream(drillIdOf(args)),
    load: async (trx, args, kernel) => {
      const sight = await sightWithin(trx, kernel, args.actor, drillIdOf(args), args.call.at);
      assertAccepted(sight.state, args.actor);
      return sight;
    },
    decide: (sight, args) =>
      decide(seenClaim(sight, (args.params as unknown as { claim: string }).claim), sight.state, args, sight),
    answer,
  });
}
