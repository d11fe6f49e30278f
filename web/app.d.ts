import type { Preferences } from '#web/session/preferences.ts';

declare global {
  namespace App {
    interface Locals {
      preferences: Preferences;
    }
    interface Error {
      /** Refusal code of the API, when the answer came from there. */
      code?: string;
      /** Names the request in the server's own log. */
      requestId?: string;
    }
  }
}

export {};
