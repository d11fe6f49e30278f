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
  repeated_keys: () => 'A field is sent more than once.',
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
  'claim.found_in_future': () => 'The time of the finding lies in the future.',
  'claim.original_unfit': () => 'The original must be another finding that was accepted.',
  'claim.target_fixed': () => 'The target cannot change after sending.',
  'claim.target_required': () => 'Choose a target.',
  'claim.target_unknown': () => 'This target is outside the team’s scope.',
  'claim.technique_unknown': () => 'This ATT&CK technique is not known.',
  'results.team_twice': () => 'Each team has one line only.',
  'results.team_unknown': () => 'The team is not part of this drill.',
  'score.bonus_sign': () => 'A bonus must be above 0.',
  'score.breach_sign': () => 'A penalty must be below 0.',
  'score.correction_sign': () => 'A correction must not be 0.',
  'incident.rewritten': () =>
    'Somebody else has just changed this. Read the new text above; save again to replace it with yours.',
  'ticket.criterion_unknown': () => 'This criterion is not in the scale.',
  'organisation.name_taken': () => 'This name exists, or looks too much like one that does.',
  'paste.columns': () => 'This line has too few or too many columns.',
  'paste.email': () => 'The e-mail address of this line is not right.',
  'paste.login': () => 'The login name of this line is not right.',
  'paste.name': () => 'The name of this line is not right.',
  'paste.repeated': () => 'This line repeats an earlier one.',
  'registry.before_start': () => 'This date is before the organisation began.',
  'registry.before_change': () => 'This date is not after the last change on record.',
  'organisation.below_itself': () => 'Choose another organisation: not this one, not one below it.',
  'registry.future_date': () => 'This date lies in the future.',
  'password.too_short': (p) => `At least ${p.minimum} characters. A long sentence is best.`,
  'password.common': () => 'Too easy to guess: mostly words people use as passwords, repetitions or keys in a row.',
  'password.personal': () => 'Too easy to guess: it contains the name or the login name.',
};
