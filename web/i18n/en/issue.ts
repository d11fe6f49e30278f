import type { issue as source } from '../vi/issue.ts';
import type { Words } from '../words.ts';

const things = (origin: string) => (origin === 'array' || origin === 'set' ? ' items' : '');

export const issue: Words<typeof source> = {
  required: () => 'Nothing entered.',
  invalid: () => 'Not valid.',
  invalid_type: () => 'Not of the right kind.',
  invalid_format: () => 'Not in the right format.',
  invalid_value: () => 'Choose one of the given values.',
  invalid_union: () => 'Not valid.',
  invalid_key: () => 'Not valid.',
  invalid_element: () => 'One item of the list is not valid.',
  not_multiple_of: () => 'The number is off its step.',
  unrecognized_keys: () => 'A field is not accepted.',
  too_small: (p) =>
    p.origin === 'string'
      ? p.minimum <= 1
        ? 'Nothing entered.'
        : `At least ${p.minimum} characters.`
      : `At least ${p.minimum}${things(p.origin)}.`,
  too_big: (p) =>
    p.origin === 'string' ? `At most ${p.maximum} characters.` : `At most ${p.maximum}${things(p.origin)}.`,
  'text.bidi': () =>
    'A character changes the direction of the text and can mislead readers. Type it instead of pasting.',
  'text.invisible': () => 'A character cannot be seen. Type it instead of pasting.',
  'text.control': () => 'There is a control character. Type it instead of pasting.',
  'time.future': () => 'This time is in the future.',
};
