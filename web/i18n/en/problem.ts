import type { problem as source } from '../vi/problem.ts';
import type { Words } from '../words.ts';

export const problem: Words<typeof source> = {
  network: () => 'The server cannot be reached. What was typed is kept; send it again when the network is back.',
  // the request itself
  'request.invalid': () => 'Something sent is not valid. Check the marked fields.',
  'request.json': () => 'What was sent cannot be read. Reload the page and try again.',
  'request.too_large': () => 'What was sent is too large. Make it smaller and send it again.',
  'request.media_type': () => 'This kind of content is not accepted.',
  'request.cross_site': () => 'The request came from another site and was refused. Open this page again and retry.',
  'request.rate_limited': () => 'Too many requests in a short time. Wait a moment and try again.',
  'request.method': () => 'This act is not supported.',
  'idempotency.required': () => 'The request has no key against double sending. Reload the page and try again.',
  'idempotency.reused': () => 'The content changed after the last sending. Reload the page to see how that one ended.',
  not_found: () => 'Not found, or not meant for the role in use.',
  forbidden: () => 'The role in use may not do this.',
  'conflict.stale': () => 'Somebody else has changed this. Reload to see the new version before editing on.',
  'server.error': () => 'The system failed. The failure has been recorded; try again in a few minutes.',
  'server.unavailable': () => 'The system is busy or under maintenance. Try again in a few minutes.',
  // identity
  'session.required': () => 'The session has ended. Sign in again; what was typed is kept.',
  'session.step_up': () => 'This act asks for the password once more.',
  'session.credentials': () => 'The login name or the password is not right.',
  'session.password_must_change': () => 'The password must be changed first.',
  'setup.done': () => 'The system has been set up. Sign in with an existing account.',
  'setup.code': () => 'The setup code is not right. Look at the server console again.',
  'password.weak': () => 'The password is too short or too easy to guess. Use a sentence of at least 12 characters.',
  'password.wrong': () => 'The present password is not right.',
  'login.taken': () => 'This login name exists, or looks too much like one that does.',
  'invitation.invalid': () => 'The invitation is no longer valid. Ask the administrator for a new one.',
  'account.self': () => 'Nobody may do this to their own account.',
  'account.last_admin': () => 'At least one administrator must remain.',
  // drills
  'drill.wrong_phase': () => 'The present phase of the drill does not allow this.',
};
