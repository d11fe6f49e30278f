import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const frame = fileURLToPath(new URL('./ui/IconFrame.svelte', import.meta.url));
const icon = /@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/;
const data = /^const iconData = (.+);$/m;

/** An icon as the drawing it is, in `ui/IconFrame.svelte`: the library puts each together anew, part by part, from a list. */
export function lightIcons(): Plugin {
  return {
    name: 'thao-truong-light-icons',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: icon },
      handler(code) {
        const [, json] = data.exec(code) ?? this.error('an icon is written in another way than before');
        const { node } = JSON.parse(json ?? '') as { node: [string, Record<string, string>][] };
        const parts = node.map(([tag, attributes]) => `<${tag} ${write(attributes)} />`).join('');
        const text = `<svelte:options namespace="svg" />
          <script>import Frame from '${frame}'; let props = $props();</script>
          <Frame {...props}>${parts}</Frame>`;
        return { code: text, map: { mappings: '' } };
      },
    },
  };
}

const write = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
