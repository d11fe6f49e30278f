import type { ui as source } from '../vi/ui.ts';
import type { Words } from '../words.ts';

export const ui: Words<typeof source> = {
  errorTitle: 'This could not be done',
  severity: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', unknown: 'Unknown' },
  side: { red: 'Red', blue: 'Blue', white: 'Organisers' },
  step: { done: 'Done', current: 'Current', todo: 'To come' },
  pages: 'Pages',
  firstPage: 'To the start of the list',
  nextPage: 'Next page',
  shown: (p) => (p.total === null ? `${p.shown} items` : `${p.shown} of ${p.total} items`),
  typeToConfirm: (p) => `Type “${p.words}” to confirm`,
  typedWrong: (p) => `What was typed does not match “${p.words}”.`,
  chooseFiles: 'Choose files or take a photo',
  dropHint: 'or drop files here',
  fileTooLarge: (p) => `The file ${p.name} is larger than ${p.max}.`,
  time: 'Time',
  chartTable: 'See the figures as a table',
  noMatch: 'Nothing matches',
  clear: 'Clear',
  momentHint: 'For example: now, 5 minutes ago, 14:30, 22/11/2026 14:30',
  momentWrong: 'This moment is not understood. Write 22/11/2026 14:30 or “5 minutes ago”.',
  stepUpTitle: 'Confirm the password',
  stepUpWhy: 'This act needs certainty about who performs it. The confirmation holds for 10 minutes.',
  stepUpPassword: 'Password',
  stepUpConfirm: 'Confirm and go on',
};
