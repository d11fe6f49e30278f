import type { accountRead } from '#api/contract/people.ts';
import type { OutputOf } from '#api/contract/operation.ts';

export type Account = OutputOf<typeof accountRead>;
