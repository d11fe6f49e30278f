import { blank } from '#api/domain/blank.ts';
import type { Locale } from '#web/session/preferences.ts';

/** What a person reads where a text was blanked for good; needed before any dictionary has come. */
const words: Record<Locale, string> = { vi: '(đã xóa trắng)', en: '(blanked)' };

// A text is blanked whole, so the mark is always a whole value.
const swap = (json: string, from: string, to: string) => json.replaceAll(JSON.stringify(from), JSON.stringify(to));

/** An answer of the API with words in place of the mark. */
export async function sayBlanked(answer: Response, locale: Locale): Promise<Response> {
  if (!/^application\/(?:problem\+)?json/.test(answer.headers.get('content-type') ?? '')) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  return new Response(swap(await answer.text(), blank, words[locale]), { status: answer.status, headers });
}

/** The same in the browser, where the page says which language it is in; a server's pages had it in their hooks. */
export const fetchInWords =
  (fetch: typeof globalThis.fetch) =>
  async (input: string, init?: RequestInit): Promise<Response> => {
    const answer = await fetch(input, init);
    return typeof document === 'undefined' ? answer : sayBlanked(answer, document.documentElement.lang as Locale);
  };

/** What a form sends back unchanged is the mark again, whatever the language. */
export const meanBlanked = <T>(request: T, locale: Locale): T =>
  request === undefined ? request : (JSON.parse(swap(JSON.stringify(request), words[locale], blank)) as T);
