import { expect, test } from 'vitest';
import { blank } from '#api/domain/blank.ts';
import { meanBlanked, sayBlanked } from '#web/i18n/blanked.ts';

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { status: 409, headers: { 'content-type': 'application/json', etag: '"1"' } });

test('a blanked text is said in the language of the page, and sent back as what it was', async () => {
  const held = { name: blank, list: [blank, 'Sở'], note: `trước ${blank} sau`, n: 5 };
  const vi = await sayBlanked(json(held), 'vi');
  expect([vi.status, vi.headers.get('etag')]).toEqual([409, '"1"']);
  const shown: unknown = await vi.json();
  expect(shown).toEqual({ ...held, name: '(đã xóa trắng)', list: ['(đã xóa trắng)', 'Sở'] });
  expect(await (await sayBlanked(json(held), 'en')).json()).toMatchObject({ name: '(blanked)' });
  expect(meanBlanked({ body: shown }, 'vi')).toEqual({ body: held });
  expect(meanBlanked(undefined, 'vi')).toBeUndefined();
});

test('an answer that is no JSON passes untouched', async () => {
  const file = new Response(blank, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } });
  expect(await sayBlanked(new Response(`"${blank}"`), 'vi').then((answer) => answer.text())).toBe(`"${blank}"`);
  expect(await file.text()).toBe(blank);
});
