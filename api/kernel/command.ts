import type { Trx } from '#db/schema.ts';
import type { Actor } from '../domain/actor.ts';
import type { LoggedEvent, NewEvent } from '../domain/event.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { BodyOf, OperationShape, OutputOf, ParamsOf, QueryOf } from '../contract/operation.ts';
import type { NewJob } from './jobs.ts';
import type { Kernel } from './kernel.ts';

/** The facts of one call: the only source of time and identity a decision may use. */
export interface Call {
  /** UUIDv7; also the id of the one thing a command creates. */
  id: string;
  /** ms since the epoch. */
  at: number;
  newId(): string;
  requestId: string;
  address: string;
  agent: string;
  /** Asked on the machine itself, through no proxy; absent when the server acts on its own. */
  local?: boolean;
  /** The request itself, for the few acts that need its cookies; absent when the server acts on its own. */
  request?: Request;
}

export interface Args<O extends OperationShape = OperationShape> {
  params: ParamsOf<O>;
  query: QueryOf<O>;
  body: BodyOf<O>;
  actor: Actor;
  call: Call;
}

/** A list sends the header once for each value: one `set-cookie` a cookie. */
export type AnswerHeaders = Record<string, string | string[]>;

/** One way to change something. Everything in it but `prepare` runs inside the transaction that holds the stream. */
export interface Command<O extends OperationShape, S, P = undefined> {
  operation: O;
  /** It takes or gives a secret: neither the digest of the request nor the answer is kept, so a retry is a second act. */
  unrecorded?: true;
  /** The stream it appends to. */
  stream(args: Args<O>, prepared: P): string;
  /** Slow work (hashing, rendering), done before the transaction begins. May throw a Refusal. */
  prepare?(args: Args<O>, kernel: Kernel): Promise<P>;
  /** Everything the decision needs to know. May throw a Refusal (for example `not_found`). */
  load(trx: Trx, args: Args<O>, kernel: Kernel): Promise<S>;
  /** The rule: pure. */
  decide(state: S, args: Args<O>, prepared: P): readonly NewEvent[] | Refusal;
  /** Rows that must not be in the log (secrets); not rebuilt by replay. */
  effects?(trx: Trx, events: readonly LoggedEvent[], args: Args<O>, prepared: P): Promise<void>;
  /** Work that follows later. */
  jobs?(events: readonly LoggedEvent[], args: Args<O>): readonly NewJob[];
  answer(events: readonly LoggedEvent[], args: Args<O>, state: S, prepared: P): OutputOf<O>;
  /** Headers for the answer of the first acknowledged call, for example a session cookie. */
  headers?(events: readonly LoggedEvent[], args: Args<O>, prepared: P): AnswerHeaders;
}

/** Keeps the types of a command together. */
export function command<O extends OperationShape, S, P = undefined>(spec: Command<O, S, P>): AnyCommand {
  return spec as unknown as AnyCommand;
}

/** A command whose types have been checked where it was written. */
export type AnyCommand = Command<OperationShape, unknown, unknown>;
