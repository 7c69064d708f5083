import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type CommandLine, readCommandLine } from './argv.ts';
import { browser, configureBrowser } from './chromium/running.ts';
import { answerForElectron } from './hooks.ts';
import { app } from './main/app.ts';
import { setSwitches } from './main/command-line.ts';

const SLOW_START_MS = 10_000;

function startApp(line: CommandLine): void {
  setSwitches(line.switches);
  process.argv = [process.argv[0] ?? process.execPath, ...line.appArguments];
  // Not handed down to the app's own child processes.
  process.execArgv = [];
  nameTheShell();
  answerForElectron();
  app.describe(line.appPath);
  configureBrowser({
    visible: process.env.STANDING_STANDIN_VISIBLE === '1',
    announcePort: line.switches.has('remote-debugging-port'),
    withoutSandbox: line.switches.has('no-sandbox') || process.getuid?.() === 0,
  });
  endOnSignals();
  // Electron stays until it is told to quit, windows or not.
  setInterval(() => undefined, 2 ** 30);

  const allowed = line.underPlaywright ? playwrightAllows() : Promise.resolve();
  if (line.underPlaywright) browser();
  Promise.all([load(line.mainFile), allowed]).then(() => app.becomeReady());
}

/** Loads the main file. As in Electron, `ready` waits until it is loaded. */
async function load(mainFile: string): Promise<void> {
  const slow = setTimeout(() => {
    process.stderr.write(
      'The main file has not finished loading: `await app.whenReady()` at its top level never ends.\n',
    );
  }, SLOW_START_MS);
  try {
    await import(pathToFileURL(mainFile).href);
  } catch (error) {
    process.stderr.write(`The app could not be loaded: ${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  } finally {
    clearTimeout(slow);
  }
}

/** As Playwright's own loader for the real shell: `ready` waits until Playwright is connected. */
function playwrightAllows(): Promise<void> {
  return new Promise((resolve) => {
    Object.assign(globalThis, { __playwright_run: resolve });
  });
}

/** `process.versions.electron` and `process.type`, by which code knows where it runs. */
function nameTheShell(): void {
  const description = new URL('../../node_modules/electron/package.json', import.meta.url);
  // npm has checked the file.
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version: string };
  const versions = { ...process.versions, electron: version };
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions), enumerable: true });
  Object.defineProperty(process, 'type', { value: 'browser', enumerable: true });
  Object.defineProperty(process, 'resourcesPath', { value: app.getAppPath(), enumerable: true });
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
}

/** A signal asks the app to quit; the second one does not ask. */
function endOnSignals(): void {
  let asked = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      app.quit();
    });
  }
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`Unhandled rejection: ${reason instanceof Error ? reason.stack : reason}\n`);
  });
}

try {
  startApp(readCommandLine(process.argv.slice(2), process.cwd()));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
