import type { scenario as vi } from '../vi/scenario.ts';
import type { Words } from '../words.ts';

export const scenario: Words<typeof vi> = {
  library: 'Scenario library',
  ours: 'proposed by the project',
  suggestedTable: 'suggested – not a regulation',
  changed: 'The files of the scenario have changed since the drill was drafted.',
  sound: (p) => `The scenario is sound. Version ${p.hash}.`,
  faulty: (p) => (p.n === 1 ? 'The scenario has 1 error.' : `The scenario has ${p.n} errors.`),
  place: (p) => `${p.file}, line ${p.line}, column ${p.column}`,
  faults: {
    yaml: (p) => `Not valid YAML (${p.fault}).`,
    'yaml.alias': () => 'Anchors and aliases (& and *) are not used in scenarios.',
    'text.nfc': () => 'The text is not in composed form (Unicode NFC).',
    'file.kind': () => 'A scenario folder holds .yaml and .md files only.',
    'file.too_large': () => 'The file is too large: 512 KB at most.',
    'file.too_many': () => 'Too many files: 100 at most.',
    'file.not_utf8': () => 'The file is not UTF-8 text.',
    'file.missing': (p) => `The file ${p.file} is missing.`,
    'id.repeated': (p) => `The id “${p.id}” is used above.`,
    'phase.overlap': (p) => `The phase begins before the phase “${p.id}” ends.`,
    'inject.late': (p) => `The inject comes after the end: the whole drill lasts ${p.minutes} minutes.`,
    'freeze.early': (p) => `The freeze must be shorter than the whole drill (${p.minutes} minutes).`,
    'rubric.sum': (p) => `The percentages of a rubric must sum to 100; they sum to ${p.sum}.`,
    'technique.unknown': (p) => `MITRE ATT&CK has no technique ${p.id}.`,
    'rules.topic_missing': (p) => `The rules of engagement lack an article on “${p.topic}”.`,
    'rules.stop_word': (p) => `The article on the emergency stop must say “${p.word}”.`,
    field: (p) => `At “${p.field}”:`,
  },
};
