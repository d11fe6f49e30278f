import type { IncomingMessage, ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { liveOpen } from '../contract/system.ts';
import type { Live } from '../live/live.ts';
import { nodeSink, streamHeaders, webSink } from '../live/sink.ts';
import type { Actor } from '../domain/actor.ts';
import type { Identify, Incoming } from './context.ts';
import { parsePart, queryOf } from './parse.ts';
import type { Env } from './routes.ts';

type NodeBindings = { incoming?: IncomingMessage; outgoing?: ServerResponse };

/** Answers `GET /live/:stream`: straight on the Node response where there is one, else as a web stream. */
export function liveHandler(live: Live, identify: Identify): (c: Context<Env>) => Promise<Response> {
  return async (c) => {
    const incoming = c.get('incoming');
    const { stream } = parsePart(liveOpen.params, c.req.param(), 'params') as { stream: string };
    const { after } = parsePart(liveOpen.query, queryOf(c.req), 'query') as { after?: number };
    const lastId = lastEventId(c.req.header('last-event-id')) ?? after ?? null;
    const who = identifyAgain(identify, incoming);
    if (c.req.method === 'HEAD') return c.body(null, 200, streamHeaders);
    const outgoing = (c.env as NodeBindings | undefined)?.outgoing;
    if (outgoing) {
      await live.open(stream, who, lastId, () => nodeSink(outgoing));
      return RESPONSE_ALREADY_SENT;
    }
    const { sink, body } = webSink();
    await live.open(stream, who, lastId, () => sink);
    return new Response(body, { headers: streamHeaders });
  };
}

/** Asks who listens as often as needed, and keeps of the request no more than that takes. */
function identifyAgain(identify: Identify, { request, ...from }: Incoming): () => Promise<Actor> {
  const { url } = request;
  const cookie = request.headers.get('cookie');
  return () => identify({ ...from, request: new Request(url, cookie === null ? {} : { headers: { cookie } }) });
}

function lastEventId(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
