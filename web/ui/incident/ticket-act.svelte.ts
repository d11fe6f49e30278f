import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { useAct } from '#web/act.svelte.ts';
import { paramsOf, type Ticket } from './ticket.ts';

/** An act has two addresses: that of a real incident and that of a ticket of a drill. */
type Acts = { real: OperationShape; drill: OperationShape };
type BodyIn<A extends Acts> = RequestOf<A['real']> extends { body: infer B } ? B : never;
type Options<A extends Acts> = Parameters<typeof useAct<A['real']>>[1];

/** `useAct` for an act on the ticket of this page: `run(body)` goes where the ticket lives. */
export function useTicketAct<A extends Acts>(acts: A, ticket: () => Ticket, options?: Options<A>) {
  const act = useAct<A['real']>(acts[ticket().mode] as A['real'], options);
  return {
    run: (body: BodyIn<A>): Promise<OutputOf<A['real']> | undefined> =>
      act.run({ params: paramsOf(ticket()), body } as unknown as RequestOf<A['real']>),
    reset: act.reset,
    fix: act.fix,
    form: act.form,
    get problem() {
      return act.problem;
    },
    get pending() {
      return act.pending;
    },
    get errors() {
      return act.errors;
    },
    get summary() {
      return act.summary;
    },
  };
}
