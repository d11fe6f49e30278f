import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { installPackage } from './install.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
];

/** The browser the journeys run in: of TEST_BROWSER, else Playwright's own, else the system's, else installed. Throws when none can be had. */
export async function findBrowser(): Promise<string> {
  const known = [process.env['TEST_BROWSER'], playwrightsOwn(), ...places].find((path) => path && existsSync(path));
  if (known) return known;
  await installPackage('chromium');
  const now = places.find((path) => existsSync(path));
  if (!now) throw new Error('chromium was installed but not found');
  return now;
}

function playwrightsOwn(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
