import type { auth as source } from '../vi/auth.ts';
import type { Words } from '../words.ts';

export const auth: Words<typeof source> = {
  signInTitle: 'Sign in',
  login: 'Login name',
  password: 'Password',
  showPassword: 'Show password',
  signIn: 'Sign in',
  demoAccounts: 'Accounts of the demo',
  demoHint: 'Only in the sample data. Choose a role to see the system from its side.',
  setupTitle: 'First run',
  setupLead: 'Create the first administrator. The setup code is printed once on the server console at start.',
  setupCode: 'Setup code',
  setupCodeHint: 'With or without dashes.',
  orgName: 'Name of the governing unit',
  orgHint: 'For example: Department of Science and Technology',
  yourName: 'Full name of the administrator',
  newPassword: 'Password',
  passwordHint: 'At least 12 characters. A long sentence is better than many odd signs.',
  create: 'Create the administrator',
  preferencesTitle: 'Language and appearance',
  language: 'Language',
  theme: 'Appearance',
  themes: { auto: 'As the device', light: 'Light', dark: 'Dark', projector: 'Projector' },
  themeHints: {
    auto: 'Light or dark, as the device is set',
    light: 'Ink on paper',
    dark: 'For the night watch',
    projector: 'Larger letters and high contrast for a hall',
  },
  languages: { vi: 'Tiếng Việt', en: 'English' },
};
