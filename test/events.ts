import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { areas } from '#api/areas.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { en } from '#web/i18n/en/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The event types that a file of the rules declares, in its order. */
function declaredIn(file: string): string[] {
  return [...readFileSync(`${root}${file}`, 'utf8').matchAll(/^ {2}'([a-z_]+\.[a-z_]+)':/gm)].map(
    ([, type = '']) => type,
  );
}

/** Every event type by the area that declares it. */
export function declaredEvents(): [area: string, types: string[]][] {
  return globSync('api/domain/*/events.ts', { cwd: root })
    .sort()
    .map((file) => [file.split(/[\\/]/)[2] ?? '', declaredIn(file)]);
}

export const jobKinds = () => areas.flatMap(({ jobs }) => Object.keys(jobs)).sort();

const words = (dictionary: object, key: string) => String((dictionary as Record<string, unknown>)[key] ?? '');

/** The catalogue of events and jobs. */
export function eventCatalogue(): string {
  const sections = declaredEvents().map(([area, types]) => {
    const rows = types.map((type) => `| \`${type}\` | ${words(en.event, type)} | ${words(vi.event, type)} |`);
    return `## ${area}\n\nPayloads: \`domain/${area}/events.ts\`.\n\n| Type | English | Tiếng Việt |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const jobs = jobKinds()
    .map((kind) => `- \`${kind}\``)
    .join('\n');
  return `# Events\n\nMade by \`node test/generate.ts\`. Everything that is ever logged, by the area that declares it.\n\n${sections.join('\n')}\n## Jobs\n\n${jobs}\n`;
}
