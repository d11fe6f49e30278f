import type { z } from 'zod';
import type { Role } from '../domain/actor.ts';
import type { DrillStatus } from '../domain/drill/status.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface OperationShape {
  /** Area and act, for example `claim.submit`; unique. */
  name: string;
  method: Method;
  /** Hono path below `/api`, for example `/drills/:drill/claims`. A `:drill` parameter brings the caller's seats into play. */
  path: `/${string}`;
  /** One sentence for the API document, in English. */
  summary: string;
  /** Who may call it at all; nobody else ever reaches the handler. Which rows they reach is the handler's business. */
  roles: readonly [Role, ...Role[]];
  /** Statuses of the drill of the path in which it may be called; absent = in all. */
  phases?: readonly DrillStatus[];
  /** Asks for a proof of identity not older than ten minutes. */
  stepUp?: boolean;
  params?: z.ZodType;
  query?: z.ZodType;
  /** Strict object; absent = no body. */
  body?: z.ZodType;
  output: z.ZodType;
}

declare const checked: unique symbol;
/** One endpoint: the single source of its route, client, form check, document and row in the authorisation matrix. */
export type Operation<S extends OperationShape = OperationShape> = S & { readonly [checked]?: true };

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
type In<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<O extends OperationShape> = Out<O['params']>;
export type QueryOf<O extends OperationShape> = Out<O['query']>;
export type BodyOf<O extends OperationShape> = Out<O['body']>;
export type OutputOf<O extends OperationShape> = z.input<O['output']>;
/** What a caller passes: only the parts the operation has. */
export type RequestOf<O extends OperationShape> = {
  [K in 'params' | 'query' | 'body' as O[K] extends z.ZodType ? K : never]: In<O[K]>;
};

/** Declares an endpoint. */
export function operation<const S extends OperationShape>(shape: S): Operation<S> {
  return Object.freeze(shape);
}

/** Whether calling it changes something. */
export function isCommand(op: OperationShape): boolean {
  return op.method !== 'GET';
}
