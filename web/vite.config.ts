import node from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { chunks } from './chunks.ts';
import { devApi } from './dev-api.ts';
import { lightContract } from './light-contract.ts';
import { lightRuntime } from './light-runtime.ts';
import { lightWords } from './light-words.ts';
import { namedScripts } from './named-scripts.ts';

// 'none' by default: every kind of resource the pages load is named below, nothing else runs.
const csp = {
  mode: 'nonce',
  directives: {
    'default-src': ['none'],
    'script-src': ['self'],
    'style-src': ['self'],
    // bits-ui and uPlot position with style attributes; attributes cannot run code.
    'style-src-attr': ['unsafe-inline'],
    'img-src': ['self', 'data:', 'blob:'],
    'font-src': ['self'],
    'connect-src': ['self'],
    'manifest-src': ['self'],
    'frame-ancestors': ['none'],
    'base-uri': ['none'],
    'object-src': ['none'],
    'form-action': ['self'],
    'require-trusted-types-for': ['script'],
    'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url'],
  },
} as const;

export default defineConfig({
  plugins: [
    devApi(),
    lightContract(),
    lightRuntime(),
    lightWords(),
    namedScripts(),
    sveltekit({
      files: { src: 'web', assets: 'web/static' },
      adapter: node({ out: 'build' }),
      csp: { mode: csp.mode, directives: mutable(csp.directives) },
      compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
    }),
  ],
  build: {
    target: 'es2022',
    // Small fonts would become data: addresses, which font-src refuses.
    assetsInlineLimit: 0,
    // A list of every page's scripts would travel with every page; what a page imports, its own import statements say.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed) => needed.filter((file) => file.endsWith('.css')),
    },
  },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } } },
});

/** Kit's types ask for mutable arrays. */
function mutable<T extends Record<string, readonly string[]>>(directives: T) {
  return Object.fromEntries(Object.entries(directives).map(([name, sources]) => [name, [...sources]])) as {
    -readonly [K in keyof T]: [...T[K]];
  };
}
