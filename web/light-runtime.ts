import type { Plugin } from 'vite';

const transport = /@sveltejs\/kit\/src\/runtime\/app\/internal\/transport\.js$/;
/** What the framework writes there is the state of a history entry, and no page keeps any. */
const light = `import { parse as read } from 'devalue';
export const has_custom_transporters = false, encoders = {}, decoders = {};
export const parse = (text) => read(text);
export function stringify(state) {
  if (Object.keys(state).length > 0) throw new Error('light-runtime.ts leaves out the writer of page states');
  return '[{}]';
}
export function init_transport(transport) {
  if (Object.keys(transport).length > 0) throw new Error('light-runtime.ts leaves out transporters');
}
`;

const preload = /vite\/preload-helper\.js$/;
/** Scripts are named by the page itself (modulePreload in vite.config.ts), so that only sheets are left to be fetched beside a part. */
const lightPreload = `const sheets = {};
const sheet = (href) => sheets[href] ??= [...document.styleSheets].some((one) => one.href === href) || new Promise((done) => {
  const fail = () => done(delete sheets[href]);
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: done, onerror: fail }));
});
export async function __vitePreload(load, sheetsOfPart = [], from) {
  const [part] = await Promise.all([load(), ...sheetsOfPart.map((path) => sheet(new URL(path, from).href))]);
  return part;
}
`;

/** The browser is sent pages and never writes one: two programs that do, 4 KB, come with the framework for transporters. */
export function lightRuntime(): Plugin {
  return {
    name: 'thao-truong-light-runtime',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: [transport, preload] },
      handler(code, id) {
        if (preload.test(id)) {
          if (!code.includes('__vitePreload = function preload(baseModule, deps, importerUrl)'))
            this.error('parts of a page are fetched in another way than before');
          return { code: lightPreload, map: { mappings: '' } };
        }
        const names = [...code.matchAll(/^export (?:let|function) (\w+)/gm)].map(([, name]) => name);
        if (names.join() !== 'uneval,stringify,parse,encoders,decoders,has_custom_transporters,init_transport')
          this.error('the framework keeps its transport in another way than before');
        return { code: light, map: { mappings: '' } };
      },
    },
  };
}
