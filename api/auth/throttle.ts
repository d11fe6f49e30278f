import { refuse } from '../domain/refusal.ts';
import { networkOf } from '../domain/system/network.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { perKernel } from '../kernel/per-kernel.ts';
import { tokenBuckets } from './token-buckets.ts';

/**
 * Guessing is slowed down, nobody is locked out: a stranger's wrong tries for an account count for the stranger's network only,
 * and a browser that has signed in to the account before has tries of its own. Right answers cost nothing, so that
 * a hall of five hundred behind one address can sign in within seconds.
 */
const throttles = perKernel(() => ({
  pair: tokenBuckets(5, 20_000),
  device: tokenBuckets(10, 10_000),
  network: tokenBuckets(60, 2_000),
}));

export interface Attempt {
  /** What is guessed at: a folded login, `setup`… */
  target: string;
  address: string;
  /** Hash of the secret of a browser known to the owner of the target. */
  device?: string | null;
}

/**
 * Runs a check of a secret. The try is counted before and given back when the check passes; for the network only what fails counts,
 * and `gate`, called when the check's turn in the queue has come, looks again. Throws `request.rate_limited`.
 */
export async function throttled(
  kernel: Kernel,
  { target, address, device }: Attempt,
  check: (gate: () => void) => Promise<boolean>,
): Promise<boolean> {
  const { pair, device: devices, network } = throttles(kernel);
  const place = networkOf(address);
  const [own, key] = device ? [devices, `${device} ${target}`] : [pair, `${place} ${target}`];
  const admit = (seconds: number) => {
    if (seconds === 0) return;
    kernel.metrics.count('sign_in_slowed_total');
    throw refuse('request.rate_limited', { seconds });
  };
  const gate = () => admit(device ? 0 : network.wait(place, kernel.clock.now()));
  admit(own.wait(key, kernel.clock.now()));
  gate();
  own.take(key, kernel.clock.now());
  const passed = await check(gate);
  if (passed) own.giveBack(key);
  else if (!device) network.take(place, kernel.clock.now());
  return passed;
}
