import { hashPassword, temporaryPassword } from './password.ts';

/** A password for one use with its verifier. */
export async function newTemporary(): Promise<{ temporaryPassword: string; verifier: string }> {
  const password = temporaryPassword();
  return { temporaryPassword: password, verifier: await hashPassword(password) };
}
