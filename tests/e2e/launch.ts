import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page, test } from '@playwright/test';

const ROOT = path.resolve(import.meta.dirname, '..', '..');
const MAIN_FILE = path.join(ROOT, 'out', 'main', 'main.js');
const STANDIN = path.join(ROOT, 'tests', 'standin', 'electron');

/** What draws the window: the real binary, or `tests/standin/` where it is not installed. */
export type Shell = 'electron' | 'stand-in';

/** How the app is started. */
export interface LaunchOptions {
  /** The office folder, given as `--data`; it need not exist. */
  readonly officeFolder: string;
  /** Folder for the shell's own profile and its one-instance lock; beside the office folder if left out. */
  readonly profileFolder?: string;
  /** Further arguments for the app, such as `--as-of=2026-11-30`. */
  readonly args?: readonly string[];
  /** Added to this process's environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A running app with its first window loaded. End it with `app.close()`. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly shell: Shell;
}

/** Which shell the specifications run on: decided by whether the `electron` package has its binary. */
export function shellName(): Shell {
  return existsSync(realBinary() ?? '') ? 'electron' : 'stand-in';
}

/** Where the executable is and how a second instance is started by hand: `spawn(executable, args)`. */
export function commandLine(options: LaunchOptions): { executable: string; args: string[] } {
  const { officeFolder, profileFolder = `${officeFolder}.profile`, args = [] } = options;
  const executable = shellName() === 'electron' ? (realBinary() ?? STANDIN) : STANDIN;
  return {
    executable,
    args: [MAIN_FILE, '--data', officeFolder, `--user-data-dir=${profileFolder}`, ...args],
  };
}

/**
 * Starts the built app and waits for its first window.
 * @throws Error where the project has not been built.
 */
export async function launchStanding(options: LaunchOptions): Promise<RunningApp> {
  if (!existsSync(MAIN_FILE)) throw new Error(`${MAIN_FILE} is missing: build the app first (npm run build)`);
  const shell = shellName();
  const { args } = commandLine(options);
  const app = await _electron.launch({
    // Left out, Playwright takes the real binary and loads its own start script into it.
    ...(shell === 'stand-in' && { executablePath: STANDIN }),
    args,
    cwd: ROOT,
    env: environment(options.env),
    // The app's own theme, not Playwright's.
    colorScheme: null,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page, shell };
}

/** A specification that only the real binary can show; on the stand-in it is reported as skipped, by name. */
export function realElectronTest(title: string, run: () => Promise<void>): void {
  test(title, { tag: '@real-electron' }, async () => {
    test.skip(shellName() === 'stand-in', 'Needs the real Electron binary');
    await run();
  });
}

function realBinary(): string | undefined {
  const folder = path.join(ROOT, 'node_modules', 'electron');
  const named = path.join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist');
  return path.join(dist, readFileSync(named, 'utf8').trim());
}

function environment(changes: LaunchOptions['env'] = {}): Record<string, string> {
  const entries = Object.entries({ ...process.env, ...changes });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
