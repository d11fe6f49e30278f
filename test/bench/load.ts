import autocannon from 'autocannon';

interface Load {
  url: string;
  connections?: number;
  seconds?: number;
  headers?: Record<string, string>;
  method?: 'GET' | 'POST';
  /** A new body and key for every request. */
  body?: () => string;
}

/** Requests a second that were answered 2xx. Throws when any was answered otherwise. */
export async function load({
  url,
  connections = 32,
  seconds = 5,
  headers = {},
  method = 'GET',
  body,
}: Load): Promise<number> {
  if (!/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) throw new Error('load stays on this machine');
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    method,
    headers,
    ...(body && {
      requests: [
        {
          setupRequest: (request: object) => ({
            ...request,
            method,
            body: body(),
            headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
          }),
        },
      ],
    }),
  });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result['2xx'] / result.duration;
}
