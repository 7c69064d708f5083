import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

/** The stand-in's executable. */
export const STANDIN = path.join(import.meta.dirname, 'electron');
/** The main file of the small app in `fixture/`. */
export const FIXTURE = path.join(import.meta.dirname, 'fixture', 'main.ts');

/** How long something may take that takes milliseconds on an idle machine. */
export const SOON = { timeout: 10_000 };

/** A new folder under the system's own for temporary files. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'standin-test-'));
}

/** Starts the fixture as a specification would start the app. */
export async function launchFixture(userData: string): Promise<{ app: ElectronApplication; page: Page }> {
  const args = [FIXTURE, `--user-data-dir=${userData}`];
  const app = await _electron.launch({ executablePath: STANDIN, args, colorScheme: null });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return { app, page };
}
