import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  version?: string;
  resolved?: string;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };

/** Optional packages a locked package names that the lock does not hold: `npm ci` refuses those on other machines. */
function missingFrom(lock: Record<string, Locked>): string[] {
  const held = (name: string, path: string) =>
    Object.keys(lock).some((key) => key === `node_modules/${name}` || key === `${path}/node_modules/${name}`);
  return Object.entries(lock).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !held(name, path))
      .map((name) => `${path || 'the project'} names ${name}`),
  );
}

describe('the lock file', () => {
  it('holds the binaries of every platform', () => {
    expect(missingFrom(packages)).toEqual([]);
    const binaries = Object.values(packages).filter(({ os, cpu }) => os && cpu);
    for (const [os, cpu] of [
      ['linux', 'x64'],
      ['linux', 'arm64'],
      ['darwin', 'x64'],
      ['darwin', 'arm64'],
      ['win32', 'x64'],
    ] as const)
      expect(
        binaries.some((one) => one.os?.includes(os) && one.cpu?.includes(cpu)),
        `${os} ${cpu}`,
      ).toBe(true);
  });

  it('would be caught without one', () => {
    const name = Object.values(packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))[0] ?? '';
    const { [`node_modules/${name}`]: _, ...cut } = packages;
    expect(missingFrom(cut)).not.toEqual([]);
  });

  it('brings Node 24 and names no registry', () => {
    expect(packages['node_modules/node']?.version).toMatch(/^24\./);
    expect(Object.values(packages).filter(({ resolved }) => resolved && /^https?:/.test(resolved))).toEqual([]);
  });

  it('pins every dependency to one version', () => {
    const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
    expect(
      Object.values({ ...dependencies, ...devDependencies }).filter((range) => !/^\d+\.\d+\.\d+$/.test(range)),
    ).toEqual([]);
  });
});
