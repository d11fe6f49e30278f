/** The name of the file of words of a route: `/(app)/drills/[drill]/log` is `drills-drill-log`. `null` is the page of no route. */
export function wordsKey(route: string | null): string {
  if (route === null) return 'nowhere';
  return (
    route
      .replace(/\/\([a-z]+\)/g, '')
      .replace(/\W+/g, '-')
      .replace(/^-|-$/g, '') || 'home'
  );
}
