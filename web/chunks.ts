/** With everything the files it names import, unless an earlier group has that. */
const group = (name: string, ...files: readonly string[]) => ({
  name,
  test: (id: string) => files.some((file) => id.endsWith(file)),
});
const ui = (...names: readonly string[]) => names.map((name) => `/web/ui/${name}.svelte`);

/**
 * What travels together in the browser. Left alone, the bundler makes a file of everything a different set of pages shares: seventy for
 * a page, each packed on its own. Earlier groups take first, so that a page outside never loads the frame of the pages inside.
 */
export const chunks = [
  // One sheet for all pages: each has little of its own, and a list of ninety files weighed more than they saved.
  { name: 'styles', test: /^(?!.*node_modules).*\.css$/ },
  // Only what is sent is checked: the pages call without it.
  { name: 'schemas', test: /node_modules[\\/]zod[\\/]/ },
  group(
    'frame',
    '/web/routes/+layout.svelte',
    '/web/routes/+layout.ts',
    '/kit/src/runtime/client/client.js',
    '/kit/src/runtime/app/state/index.js',
    '/web/ui/field.ts',
    '/api/domain/drill/claim.ts',
    '/api/domain/drill/is-over.ts',
    ...ui('Button', 'Star', 'Ribbon', 'Connection', 'Icon', 'ModeBadge', 'Severity', 'Later'),
  ),
  group('room', '/web/routes/(app)/+layout.svelte', ...ui('PageHead', 'Card')),
  group('drill', '/web/routes/(app)/drills/[drill]/+layout.svelte', '/web/ui/drill/rules-first.ts', ...ui('Empty')),
  group('refused', '/web/problems.ts', ...ui('ErrorList')),
  group(
    'form',
    '/web/act.svelte.ts',
    ...ui('TextInput', 'Select', 'ActForm', 'SeverityPicker', 'TextArea', 'LaterFileDrop'),
  ),
  group('parsed', ...ui('ParsedField')),
  group('choice', ...ui('Checkbox')),
  group('ticket', ...ui('incident/NewTicket')),
  group('finding', ...ui('claims/FindingForm')),
  group('calls', '/api/contract/call.ts'),
  group('signs', ...ui('StatusTag', 'Tabs')),
  // The hall's board and that of a drill.
  group(
    'board',
    '/web/ui/board/say-tie.ts',
    '/web/ui/board/view.ts',
    '/web/ui/board/glide.svelte.ts',
    ...ui('board/HappeningLine', 'board/Counts', 'board/Places'),
  ),
].map((one, index, all) => ({ ...one, priority: all.length - index }));
