import type { Identify } from '../http/context.ts';
import type { Kernel } from '../kernel/kernel.ts';

export const uploadPath = '/evidence/upload';
export function createUploadHandler(_kernel: Kernel, _identify: Identify) {
  return async (_request: Request, _address: string) => new Response(null, { status: 404 });
}
