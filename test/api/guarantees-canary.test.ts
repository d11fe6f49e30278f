import { expect, it } from 'vitest';
import { eachDialect } from '#test/given.ts';
import type { App, Client } from '#test/given.ts';
import { addressesOf, givenMarked, reads, screen, textOf } from './guarantees-given.ts';
import type { Ids } from './guarantees-given.ts';
import { drillStream } from './drill-play.ts';

// R4, R7: every mark, and who may ever read it. Whoever is not named here must never meet it in any answer.
const officials = ['control', 'judge'];
const insiders = ['officer', 'head', 'admin', 'organiser'];
const allowed: readonly [mark: RegExp, readers: readonly string[]][] = [
  [/CANARY-red-\w+/g, ['red', ...officials]],
  [/CANARY-draft-\w+/g, ['red']],
  [/CANARY-other-\w+/g, ['red2', ...officials]],
  [/CANARY-blue-\w+/g, ['blue', ...officials]],
  [/CANARY-blue2-\w+/g, ['blue2', ...officials]],
  [/CANARY-official-note/g, officials],
  [/CANARY-gate-\w+/g, [...officials, 'observer']],
  [/CANARY-to-red/g, ['red', 'red2', ...officials, 'observer', 'organiser', 'leader']],
  [/CANARY-to-blue/g, ['blue', 'blue2', ...officials, 'observer', 'organiser', 'leader']],
  [/CANARY-inject-\w+/g, ['blue', ...officials]],
  [/CANARY-hidden-target|canary-scope\.example/g, ['control', 'organiser', 'leader']],
  [/CANARY-real-\w+/g, ['officer', 'head', 'leader', 'admin', 'staff', 'blue']],
  [/canary-domain\.example|198\.51\.100\.77|0900 777 777|canary-contact@mau\.example/g, insiders],
  [/203\.0\.113\.77/g, ['red', ...officials]],
  [/Hồ Giám Khảo/g, [...officials, ...insiders, 'leader']],
];
/** Once the results are out, the owner of a system is told what to mend, and the record is whole. */
const afterwards: readonly [RegExp, readonly string[]][] = [
  [/CANARY-red-(title|now|long)/g, ['officer', 'head']],
  [/CANARY-draft-\w+/g, officials],
];

const outsiders = ['user', 'staff', 'head', 'officer', 'commune-officer', 'organiser', 'leader', 'admin'] as const;
const players = ['red', 'red2', 'blue', 'blue2', 'observer', 'judge', 'control'] as const;

async function everyone(app: App, code: string): Promise<[name: string, client: Client][]> {
  const people = await Promise.all(
    [...players, ...outsiders].map(async (login) => [login as string, await app.as(login)] as [string, Client]),
  );
  return [...people, ['anonymous', app.visitor()], ['kiosk', screen(app as never, code)]];
}

/** All marks anybody meets in any answer, with who met them where. */
async function crawl(
  app: App,
  ids: Ids,
  code: string,
): Promise<{ name: string; address: string; text: string; status: number }[]> {
  const answers = [];
  for (const [name, client] of await everyone(app, code))
    for (const operation of reads)
      for (const address of addressesOf(operation, ids)) {
        const response = await client.fetch(address);
        answers.push({ name, address, status: response.status, text: await textOf(response) });
      }
  return answers;
}

function strays(answers: Awaited<ReturnType<typeof crawl>>, published: boolean): string[] {
  const found = new Set<string>();
  const mayRead = (mark: string, name: string) =>
    [...allowed, ...(published ? afterwards : [])].some(
      ([pattern, readers]) => new RegExp(`^(?:${pattern.source})$`).test(mark) && readers.includes(name),
    );
  for (const { name, address, text } of answers)
    for (const [pattern] of allowed)
      for (const [mark] of text.matchAll(pattern))
        if (!mayRead(mark, name))
          found.add(`${name} reads ${mark} at ${address.replace(/[0-9a-f]{8}-[0-9a-f-]+/g, ':id')}`);
  return [...found];
}

/** A search that finds nothing anywhere proves nothing: every mark has to be met by somebody. */
function unmet(answers: Awaited<ReturnType<typeof crawl>>): string[] {
  const all = answers.map(({ text }) => text).join('\n');
  return allowed.flatMap(([pattern]) => (all.match(pattern) ? [] : [pattern.source]));
}

eachDialect((dialect) => {
  it('no answer of any read carries to anybody what is not his to know, while the drill lasts and after it', async () => {
    const { app, ids, boardCode } = await givenMarked(dialect);
    const during = await crawl(app, ids, boardCode);
    expect(during.filter(({ status }) => status >= 500)).toEqual([]);
    expect(strays(during, false)).toEqual([]);
    expect(unmet(during)).toEqual([]);

    await app.given(drillStream, [
      { type: 'drill.ended', subject: null, payload: { reason: 'hết giờ' } },
      { type: 'drill.judging_opened', subject: null, payload: {} },
      { type: 'drill.published', subject: null, payload: { prizes: [] } },
    ]);
    const after = await crawl(app, ids, boardCode);
    expect(strays(after, true)).toEqual([]);
    // The search itself can fail: one answer given to the wrong person is found.
    const planted = during.map((one) => (one.name === 'judge' ? { ...one, name: 'blue' } : one));
    expect(strays(planted, false).length).toBeGreaterThan(5);
  }, 240_000);

  it('what a listener hears holds topics and numbers only', async () => {
    const { app, boardCode } = await givenMarked(dialect);
    for (const [name, client] of await everyone(app, boardCode)) {
      const response = await client.fetch(`/api/live/${drillStream}?after=0`);
      if (response.status !== 200) continue;
      const reader = response.body!.getReader();
      let text = '';
      while (!text.includes('event: change')) text += new TextDecoder().decode((await reader.read()).value);
      await reader.cancel();
      expect([name, text.match(/CANARY|canary|203\.0\.113|Hồ Giám/)]).toEqual([name, null]);
      for (const [, data] of text.matchAll(/event: change\ndata: (.*)\n/g))
        expect(Object.keys(JSON.parse(data!) as object)).toEqual(['topics']);
    }
  });
});
