import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Path of a Chromium to draw the windows with: `$CHROMIUM_PATH`, the system's own, else Playwright's.
 * @throws Error that says where it looked, where there is none.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const chosen = env.CHROMIUM_PATH;
  if (chosen) return chosen;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(path.delimiter).filter(Boolean)];
  const places = [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = places.find((place) => existsSync(place)) ?? playwrightsOwn();
  if (found) return found;
  throw new Error(
    'No Chromium was found for the Electron stand-in: install chromium, run `npx playwright install chromium`, or set CHROMIUM_PATH.',
  );
}

function playwrightsOwn(): string | undefined {
  // Loaded only where it is needed: it takes half a second.
  const { chromium } = createRequire(import.meta.url)('playwright') as typeof import('playwright');
  const place = chromium.executablePath();
  return existsSync(place) ? place : undefined;
}
