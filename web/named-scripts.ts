import type { Plugin } from 'vite';

const manifest = '.vite/manifest.json';

/**
 * A page names every script it needs, so that all are fetched at once. The framework collects them from the build's manifest, and
 * leaves out what it has met before among the parts that come later; shared files therefore keep their later parts to themselves.
 */
export function namedScripts(): Plugin {
  return {
    name: 'thao-truong-named-scripts',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const file = bundle[manifest];
        if (file?.type !== 'asset') this.error(`there is no ${manifest}`);
        const chunks = JSON.parse(file.source.toString()) as Record<string, { dynamicImports?: string[] }>;
        for (const [name, chunk] of Object.entries(chunks)) if (name.startsWith('_')) delete chunk.dynamicImports;
        file.source = JSON.stringify(chunks);
      },
    },
  };
}
