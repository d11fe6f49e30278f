import autocannon from 'autocannon';

interface Load {
  url: string;
  seconds?: number;
  headers?: Record<string, string>;
}

/** Reads a second that were answered 2xx, over 32 connections. Throws when any was answered otherwise. */
export async function load({ url, seconds = 5, headers = {} }: Load): Promise<number> {
  if (!/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) throw new Error('load stays on this machine');
  const result = await autocannon({ url, connections: 32, duration: seconds, headers });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return result['2xx'] / result.duration;
}
