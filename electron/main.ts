import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, protocol, session, shell as system } from 'electron';
import { createRouter } from './ipc/router.ts';
import type { Shell } from './ipc/shell.ts';
import { type OfficeThreads, startThreads } from './ipc/threads.ts';
import { answerWindow, tell } from './ipc/wrapper.ts';
import { type Arguments, readArguments } from './platform/arguments.ts';
import { systemClipboard } from './platform/clipboard.ts';
import { confirmLeaving, systemDialogs } from './platform/dialogs.ts';
import { watchFailures } from './platform/failures.ts';
import { dailyLog } from './platform/log.ts';
import { keychainLogins, recallLogins } from './platform/logins.ts';
import { installMenu } from './platform/menu.ts';
import { defaultOfficeFolder, sampleOfficeFolder } from './platform/office-folder.ts';
import { fileBehind, isOwnPage, SCHEME } from './platform/page-address.ts';
import { systemPageReader } from './platform/page-reader.ts';
import { recallLastTime, remembered } from './platform/remembered.ts';
import { resourcesFolder } from './platform/resources.ts';
import { confineContents, denyPermissions, registerOwnScheme } from './platform/security.ts';
import { serveFile } from './platform/serve-file.ts';
import { openWindow } from './platform/window.ts';
import { watchedPages } from './services/intake/watched-pages.ts';

/** The program: reads how it was started, and wires threads, window, menus and dialogs. */

const OUT = join(import.meta.dirname, '..');
// Packaged programs never take pages from elsewhere.
const development = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
// A packaged program is started by its own name alone, an unpackaged one by Electron's and the app's.
const args = readArguments(process.argv.slice(app.isPackaged ? 1 : 2));

registerOwnScheme();
if (args.headless !== null) void runCommandLine(args.headless);
else if (!app.requestSingleInstanceLock()) app.quit();
else openProgram(args);

async function runCommandLine(words: readonly string[]): Promise<void> {
  const { runHeadless } = await import('./headless.ts');
  app.exit(await runHeadless(words));
}

function openProgram({ data, asOf, actor }: Arguments): void {
  const userData = app.getPath('userData');
  const log = dailyLog(join(userData, 'logs'), () => new Date().toISOString());
  const failures = watchFailures(log);
  const memory = remembered(join(userData, 'state.json'), recallLastTime);
  const lastTime = memory.read();
  let window: BrowserWindow | null = null;
  // Started with the first document; pictures for the screen do not wait for a batch that is read.
  const [codes, pictures] = [atFirstUse(systemPageReader), atFirstUse(systemPageReader)];
  let asking = false;
  let leaving = false;

  const start = {
    actor: actor ?? personAtTheDesk(),
    version: app.getVersion(),
    asOf,
    resources: resourcesFolder(),
    defaultFolder: data ?? defaultOfficeFolder(),
    sampleFolder: data ?? sampleOfficeFolder(),
  };
  const programs = {
    office: join(import.meta.dirname, 'office.worker.js'),
    reader: join(import.meta.dirname, 'reader.worker.js'),
  };
  const threads: OfficeThreads = startThreads(programs, start, {
    job: (event) => window && tell(window.webContents, 'job', event),
    changed: (change) => window && tell(window.webContents, 'changed', change),
    opened(folder) {
      log.moveTo(join(folder ?? userData, 'logs'));
      if (!leaving && data === null) memory.write({ ...memory.read(), office: folder });
      if (window) tell(window.webContents, 'changed', { subjects: ['office'], by: null });
    },
    log: (where, stack) => log.write(where, stack),
    read: async (file, type, signal) => (await codes()).read(file, type, signal),
    failed: (error) => failures.end('thread', error),
  });
  const shell: Shell = {
    threads,
    defaultFolder: start.defaultFolder,
    logins: keychainLogins(remembered(join(userData, 'logins.json'), recallLogins)),
    ...systemDialogs(() => window),
    pages: watchedPages(pictures),
    clipboard: systemClipboard,
    setTheme(theme) {
      nativeTheme.themeSource = theme;
      memory.write({ ...memory.read(), theme });
    },
  };
  const folder = data ?? lastTime.office;
  if (folder !== null) threads.openAtStart(folder, data !== null);
  nativeTheme.themeSource = lastTime.theme;
  confineContents(development);

  function showWindow(): void {
    window = openWindow({ preload: join(OUT, 'preload', 'preload.cjs'), userData, development });
    window.on('close', (event) => {
      if (leaving || process.platform === 'darwin') return;
      event.preventDefault();
      void leave();
    });
    window.on('closed', () => {
      window = null;
    });
  }
  async function leave(): Promise<void> {
    if (asking) return;
    asking = true;
    const confirmed = threads.jobs === 0 || (await confirmLeaving(window));
    asking = false;
    if (!confirmed) return;
    leaving = true;
    await threads.stop().catch((error: unknown) => failures.tell('leaving', error));
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (leaving) return;
    event.preventDefault();
    void leave();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (window === null) showWindow();
  });
  app.on('second-instance', () => {
    if (window === null) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  void app.whenReady().then(() => {
    denyPermissions(session.defaultSession, development);
    protocol.handle(SCHEME, (request) =>
      serveFile(fileBehind(request.url, join(OUT, 'renderer'), threads.folder), request.headers.get('range')),
    );
    answerWindow(
      createRouter({
        shell,
        isOwnPage: (address) => isOwnPage(address, development),
        log: (where, error) => failures.note(where, error),
      }),
    );
    installMenu(
      {
        navigate: (to) => window && tell(window.webContents, 'navigate', { to }),
        showLogs: () => void system.openPath(log.folder),
      },
      process.platform,
    );
    showWindow();
  });
}

/** What is made once, when it is first asked for. */
function atFirstUse<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function personAtTheDesk(): string {
  try {
    return userInfo().username;
  } catch {
    return 'desk';
  }
}
