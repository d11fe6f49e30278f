import { verify } from 'node:crypto';
import type { VerifyTools } from '../domain/verify.ts';
import { sha256 } from '../kernel/ids.ts';

/** node:crypto for the verifier. */
export const nodeTools: VerifyTools = {
  sha256,
  verify(publicKey, text, signature) {
    try {
      return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
    } catch {
      // Not a key at all.
      return false;
    }
  },
};
