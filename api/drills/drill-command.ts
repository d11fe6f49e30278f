import type { OperationShape } from '../contract/operation.ts';
import type { DrillState } from '../domain/drill/state.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { AnyCommand, Args, Command } from '../kernel/command.ts';
import { command } from '../kernel/command.ts';
import { drillStream } from './fold.ts';
import { loadDrill } from './load-drill.ts';

type OfDrill<O extends OperationShape, P> = Omit<Command<O, DrillState, P>, 'stream' | 'load'> &
  Partial<Pick<Command<O, DrillState, P>, 'load'>>;

/** A command on the drill of its path, deciding on the whole state of it. */
export function drillCommand<O extends OperationShape, P = undefined>(spec: OfDrill<O, P>): AnyCommand {
  return command<O, DrillState, P>({
    load: (trx, args, kernel) => loadDrill(trx, kernel, drillIdOf(args)),
    ...spec,
    stream: (args) => drillStream(drillIdOf(args)),
  });
}

/** The answer of a command that has nothing to say. */
export const ok = () => ({ ok: true }) as const;

/** The answer of a command that may be taken back: the entry it made. */
export const entered = (events: readonly LoggedEvent[]) => ({ seq: events[0]?.seq ?? 0 });

/** The drill the path names. */
export function drillIdOf(args: Pick<Args, 'params'>): string {
  return (args.params as unknown as { drill: string }).drill;
}
