import { existsSync } from 'node:fs';

const BROWSERS = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a Chromium is, or null. */
export function browserPath(): string | null {
  return BROWSERS.find((path) => path !== '' && existsSync(path)) ?? null;
}
