import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkScenario } from '#api/scenarios/check.ts';
import { scenarioJsonSchema } from '#api/scenarios/json-schema.ts';
import { libraryDir, listScenarios } from '#api/scenarios/library.ts';
import { phasesOf, rulesTextOf, scoringOf } from '#api/scenarios/to-drill.ts';

const made: string[] = [];
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'scenario-'));
  made.push(dir);
  await cp(join(libraryDir, 'ma-doc-tong-tien'), dir, { recursive: true });
});
afterAll(() => Promise.all(made.map((one) => rm(one, { recursive: true }))));

/** Replaces the first line that holds `from`; returns its number. */
async function plant(from: string, to: string): Promise<number> {
  const path = join(dir, 'scenario.yaml');
  const lines = (await readFile(path, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes(from));
  expect(at).toBeGreaterThanOrEqual(0);
  lines[at] = lines[at]!.replace(from, to);
  await writeFile(path, lines.join('\n'));
  return at + 1;
}

async function errors() {
  const result = await checkScenario(dir);
  return result.ok ? [] : result.errors;
}

describe('the library', () => {
  it('ships three sound scenarios with official titles', async () => {
    const shipped = await listScenarios();
    expect(shipped.map(({ id, scenario }) => [id, scenario.title.vi])).toEqual([
      ['cum-mang-luoi', 'Cụm mạng lưới: nhiều đội – nhiều hệ thống'],
      ['ma-doc-tong-tien', 'Mã độc tống tiền qua thư điện tử'],
      ['tan-cong-thuc-chien-so-nganh', 'Tấn công mạng thực chiến vào hệ thống thông tin ứng dụng sở, ngành'],
    ]);
    for (const { scenario } of shipped) {
      expect(scenario.notice).toContain('đề xuất của dự án');
      expect(rulesTextOf(scenario)).toContain('DỪNG DIỄN TẬP');
    }
  });

  it('gives drills their phases and points in their own units', async () => {
    const cluster = (await listScenarios()).find(({ id }) => id === 'cum-mang-luoi')!;
    const last = phasesOf(cluster.scenario).at(-1)!;
    expect((last.startsAfterMs + last.durationMs) / 3_600_000).toBe(274);
    expect(scoringOf(cluster)).toMatchObject({
      origin: 'suggested',
      severity: { critical: 10_000, low: 1_000 },
      duplicateWindowMs: 4 * 3_600_000,
    });
  });

  it('keeps the JSON Schema for editors up to date', async () => {
    expect(await readFile(join(libraryDir, 'scenario.schema.json'), 'utf8')).toBe(scenarioJsonSchema());
  });
});

describe('the checker', () => {
  it('accepts what is sound', async () => {
    expect((await checkScenario(dir)).ok).toBe(true);
  });

  it.each([
    ['an unknown key', 'freezeMinutes: 90', 'freezeMinutes: 90\nsecret: 1', 'unrecognized_keys', 1, 1],
    ['a wrong kind of phase', 'kind: ctf', 'kind: battle', 'invalid_value', 0, 11],
    ['a missing key', '    minute: 35', '    # minute: 35', 'required', -2, 5],
    ['text where a number belongs', 'durationMinutes: 180', 'durationMinutes: "180"', 'invalid_type', 0, 22],
    ['an id used twice', '- id: tep-bi-doi-ten', '- id: thu-gia-mao', 'id.repeated', 0, 9],
    ['an unknown technique', 'T1204.002', 'T9999', 'technique.unknown', 0, 29],
    ['a rubric that is not 100', 'percent: 60', 'percent: 61', 'rubric.sum', 0, 7],
    ['an inject after the end', 'minute: 170', 'minute: 270', 'inject.late', 0, 13],
    ['overlapping phases', 'startsAfterMinutes: 30', 'startsAfterMinutes: 29', 'phase.overlap', 0, 25],
    ['a brief that is not there', 'red: briefs/nguoi-dan-chuoi.md', 'red: briefs/khong-co.md', 'file.missing', 0, 8],
    ['a path out of the folder', 'red: briefs/nguoi-dan-chuoi.md', 'red: ../../etc/passwd.md', 'invalid_format', 0, 8],
    ['a freeze longer than the drill', 'freezeMinutes: 90', 'freezeMinutes: 900', 'freeze.early', 0, 16],
    ['a topic of the rules left out', 'topic: stop', 'topic: goal', 'rules.topic_missing', null, null],
    ['broken YAML', 'freezeMinutes: 90', 'freezeMinutes: [90', 'yaml', null, null],
    ['an alias', 'freezeMinutes: 90', 'freezeMinutes: *minutes', 'yaml.alias', 0, 16],
    ['a direction-changing character', 'Nhận biết thư', 'Nhận biết \u202Ethư', 'text.bidi', 0, 15],
    ['text in decomposed form', 'Nhận biết thư', 'Nhận biết thư'.normalize('NFD'), 'text.nfc', 0, 1],
  ] as const)('finds %s, to the line and column', async (_, from, to, code, offset, column) => {
    const line = await plant(from, to);
    const found = await errors();
    const hit = found.find((error) => error.code === code);
    expect(hit, JSON.stringify(found)).toBeDefined();
    expect(hit).toMatchObject({ file: 'scenario.yaml' });
    if (offset !== null) expect([hit!.line - line, hit!.column]).toEqual([offset, column]);
  });

  it('finds every fault at once, in the order of the text', async () => {
    await plant('kind: ctf', 'kind: battle');
    await plant('freezeMinutes: 90', 'freezeMinutes: soon');
    const found = await errors();
    expect(found.map(({ code }) => code)).toEqual(['invalid_value', 'invalid_type']);
    expect(found[0]!.line).toBeLessThan(found[1]!.line);
  });

  it('wants nothing but text in the folder', async () => {
    await writeFile(join(dir, 'tool.exe'), 'x');
    await symlink('/etc/hostname', join(dir, 'link.md'));
    await writeFile(join(dir, 'latin.md'), Buffer.from([0x63, 0xe9]));
    expect((await errors()).map(({ file, code }) => [file, code])).toEqual([
      ['latin.md', 'file.not_utf8'],
      ['link.md', 'file.kind'],
      ['tool.exe', 'file.kind'],
    ]);
  });

  it('says so when there is no scenario at all', async () => {
    await rm(join(dir, 'scenario.yaml'));
    expect(await errors()).toEqual([
      { file: 'scenario.yaml', line: 1, column: 1, code: 'file.missing', params: { file: 'scenario.yaml' } },
    ]);
  });

  it('gives a new version for any changed byte of any file', async () => {
    const hash = async () => ((await checkScenario(dir)) as { hash: string }).hash;
    const before = await hash();
    expect(await hash()).toBe(before);
    await writeFile(join(dir, 'briefs', 'ban-to-chuc.md'), '# Khác\n');
    expect(await hash()).not.toBe(before);
  });
});
