import type { search as source } from '../vi/search.ts';
import type { Words } from '../words.ts';

export const search: Words<typeof source> = {
  title: 'Search',
  lead: 'Systems, organisations, incidents, drills, people. Marks are not needed.',
  box: 'What to find',
  submit: 'Search',
  for: (p) => `Results for “${p.words}”`,
  groups: {
    systems: 'Systems',
    organisations: 'Organisations',
    incidents: 'Incidents',
    drills: 'Drills',
    people: 'Accounts',
  },
  more: (p) => `See all ${p.n}`,
  all: 'See all',
  found: (p) => `${p.n} results`,
  none: 'Nothing found',
  noneHint: 'Type fewer words, or part of a name. Only what the role in use may see is searched.',
  start: 'Type the name of a system, an organisation, a ticket number or the name of a drill',
};
