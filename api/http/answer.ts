import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { AnswerHeaders } from '../kernel/command.ts';

type NodeBindings = { outgoing?: ServerResponse };

/**
 * Answers with a body that is whole already: straight on the Node response where there is one, because a `Response` with its
 * stream costs more than most reads; else, for a page that asks in the same process, as a `Response`.
 */
export function answer(c: Context, body: string | Buffer | null, headers: AnswerHeaders, status = 200): Response {
  const outgoing = (c.env as NodeBindings | undefined)?.outgoing;
  if (!outgoing) return new Response(body as BodyInit | null, { status, headers: flat(headers) });
  outgoing.writeHead(status, body === null ? headers : { ...headers, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body ?? undefined);
  return RESPONSE_ALREADY_SENT;
}

/** The status that was sent, by either way. */
export function statusOf(c: Context): number {
  const outgoing = (c.env as NodeBindings | undefined)?.outgoing;
  return outgoing?.headersSent ? outgoing.statusCode : c.res.status;
}

export function answerJson(c: Context, body: string | Buffer, headers: AnswerHeaders = {}): Response {
  return answer(c, body, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
}

function flat(given: AnswerHeaders): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(given)) for (const value of [values].flat()) headers.append(name, value);
  return headers;
}
