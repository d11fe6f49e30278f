export interface TokenBuckets {
  /** Seconds until a token is there; 0 = one is. */
  wait(key: string, now: number): number;
  take(key: string, now: number): void;
  giveBack(key: string): void;
}

interface Bucket {
  tokens: number;
  at: number;
}

const mostBuckets = 50_000;

/** Buckets of `capacity` tokens; one comes back every `refill` ms. Times are ms of the caller's clock. */
export function tokenBuckets(capacity: number, refill: number): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  const level = (key: string, now: number): Bucket => {
    const { tokens, at } = buckets.get(key) ?? { tokens: capacity, at: now };
    return { tokens: Math.min(capacity, tokens + Math.max(0, now - at) / refill), at: now };
  };
  return {
    wait(key, now) {
      const { tokens } = level(key, now);
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * refill) / 1_000);
    },
    take(key, now) {
      const bucket = level(key, now);
      bucket.tokens -= 1;
      // Written last, so that the map stays in the order of use and the longest unused goes first.
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > mostBuckets) buckets.delete(buckets.keys().next().value ?? '');
    },
    giveBack(key) {
      const bucket = buckets.get(key);
      if (bucket) bucket.tokens = Math.min(capacity, bucket.tokens + 1);
    },
  };
}
