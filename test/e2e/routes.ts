import { globSync } from 'node:fs';

/** Every page of the product, as Kit names it: `/drills/[drill]/log`. Those under /dev are drawn in development only. */
export const routes = globSync('web/routes/**/+page.svelte')
  .map((file) => `/${file.replace(/^web\/routes\/|\/?\+page\.svelte$/g, '').replace(/\([a-z]+\)\/?/g, '')}`)
  .filter((route) => !route.startsWith('/dev/'))
  .sort();

/** The page an address shows; a name of its own goes before a parameter. */
export function routeOf(address: string): string | undefined {
  const parts = (path: string) => path.split('?')[0]!.split('/');
  const asked = parts(address);
  return routes
    .filter((route) => {
      const own = parts(route);
      return own.length === asked.length && own.every((part, i) => part === asked[i] || (part[0] === '[' && asked[i]));
    })
    .sort((a, b) => a.split('[').length - b.split('[').length)[0];
}
