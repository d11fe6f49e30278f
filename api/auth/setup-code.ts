import type { Kernel } from '../kernel/kernel.ts';

export async function announceSetup(_kernel: Kernel): Promise<void> {}
