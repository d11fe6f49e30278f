import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Locked {
  name?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  version?: string;
  resolved?: string;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };
const manifest = read('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, Record<string, string>>;
  allowScripts: Record<string, boolean>;
};
const nameOf = (path: string, { name }: Locked) => name ?? path.slice(path.lastIndexOf('node_modules/') + 13);
/** What is installed, by its place. */
const installed = Object.entries(packages).filter(([path]) => path !== '');

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
    const { dependencies, devDependencies, overrides } = manifest;
    const replaced = Object.values(overrides).flatMap((of) => Object.values(of));
    const versions = [...Object.values(dependencies), ...Object.values(devDependencies), ...replaced];
    expect(versions.filter((version) => !/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('holds the digest of every package, and lets none but the named run a script when it is installed', () => {
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    const scripted = installed.filter(([, one]) => one.hasInstallScript).map(([path, one]) => nameOf(path, one));
    expect(scripted).not.toEqual([]);
    expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  });

  it('brings of the checker of patterns neither its Java archive nor its native programs', () => {
    const parts = installed.filter(([path]) => /\/recheck-/.test(path));
    expect(parts.map(([, one]) => one.name)).toEqual(Array(5).fill('ms'));
  });

  it('gives a bill of materials without a network: every package, with its version and digest', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const text = execFileSync('npm', ['run', '--silent', '--offline', 'sbom'], { cwd: root, encoding: 'utf8' });
    const bill = JSON.parse(text) as { bomFormat: string; components: { 'bom-ref': string; hashes?: unknown[] }[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const named = bill.components.map((component) => component['bom-ref']);
    expect(installed.filter(([path, one]) => !named.includes(`${nameOf(path, one)}@${one.version}`))).toEqual([]);
    expect(bill.components.filter(({ hashes }) => !hashes?.length)).toEqual([]);
  });
});
