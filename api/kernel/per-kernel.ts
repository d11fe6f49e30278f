import type { Kernel } from './kernel.ts';

/** Memory that belongs to one running server: made at first use, gone with its kernel. */
export function perKernel<T>(make: (kernel: Kernel) => T): (kernel: Kernel) => T {
  const made = new WeakMap<Kernel, T>();
  return (kernel) => {
    const known = made.get(kernel);
    if (known !== undefined) return known;
    const fresh = make(kernel);
    made.set(kernel, fresh);
    return fresh;
  };
}
