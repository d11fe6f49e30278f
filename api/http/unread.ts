import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../domain/system/network.ts';
import type { Logger } from '../kernel/logger.ts';
import { everywhere } from './headers.ts';

const statusByFault: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const host = /^(?:[\w.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** What the parser refuses gets our headers too, and leaves a line: Node's own answers to it carry none. */
export function answerUnread(server: Server, logger: Logger): void {
  const tell = (status: number, address: string | undefined) =>
    logger.info('unreadable_request', { status, network: networkOf(address ?? '') });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Gone, or in the middle of an answer to the request before: nothing can be said to it.
    const under = (socket as { _httpMessage?: ServerResponse | null })._httpMessage;
    if (error.code === 'ECONNRESET' || !socket.writable || under?.headersSent) return socket.destroy();
    const status = statusByFault[error.code ?? ''] ?? 400;
    tell(status, socket.remoteAddress);
    socket.end(rawAnswer(status), () => socket.destroy());
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    tell(417, request.socket.remoteAddress);
    answerEmpty(response, 417);
  });
}

/** Whether the request names one host, as HTTP demands; what comes after it builds addresses from the name. */
export function namesHost({ headers, rawHeaders }: IncomingMessage): boolean {
  if (headers.host === undefined || !host.test(headers.host)) return false;
  return rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length === 1;
}

export function answerEmpty(response: ServerResponse, status: number): void {
  response.setHeaders(everywhere).writeHead(status, { 'content-length': 0, connection: 'close' }).end();
}

function rawAnswer(status: number): string {
  const headers = [...everywhere, ['content-length', '0'], ['connection', 'close']].map((pair) => pair.join(': '));
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers, '', ''].join('\r\n');
}
