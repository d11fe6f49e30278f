import { largestFile } from '../contract/evidence.ts';
import type { Refusal } from '../domain/refusal.ts';
import { refuse } from '../domain/refusal.ts';

/** What the tus library throws where the protocol says no: plain text for people who read English. */
interface TusFault {
  status_code: number;
  body: string;
}

const isFault = (error: unknown): error is TusFault =>
  typeof error === 'object' && error !== null && 'status_code' in error;

/** What is answered instead of the library's own error; a defect stays what it is. */
export function refusalOf(error: unknown): unknown {
  return isFault(error) ? refusalFor(error.status_code) : error;
}

/** The library says by its status what is wrong: with the protocol for all that has no code of its own. */
export function refusalFor(status: number): Refusal {
  switch (status) {
    case 404:
    case 410:
      return refuse('not_found');
    case 409:
      return refuse('evidence.offset');
    case 412:
      return refuse('evidence.protocol_version');
    case 413:
      return refuse('evidence.too_large', { limit: largestFile });
    case 500:
      // A disk that takes no more, a caller that is gone in the middle, a lock that another piece holds on to.
      return refuse('server.unavailable');
    default:
      return refuse('evidence.protocol');
  }
}
