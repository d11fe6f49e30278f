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

/** The browser is sent pages and never writes one: two programs that do, 4 KB, come with the framework for transporters. */
export function lightRuntime(): Plugin {
  return {
    name: 'thao-truong-light-runtime',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: transport },
      handler(code) {
        const names = [...code.matchAll(/^export (?:let|function) (\w+)/gm)].map(([, name]) => name);
        if (names.join() !== 'uneval,stringify,parse,encoders,decoders,has_custom_transporters,init_transport')
          this.error('the framework keeps its transport in another way than before');
        return { code: light, map: { mappings: '' } };
      },
    },
  };
}
