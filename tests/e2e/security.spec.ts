import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { realElectronTest } from './launch.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();
const PRELOAD = join(import.meta.dirname, '..', '..', 'out', 'preload', 'preload.cjs');

test.beforeEach(async () => {
  await go(desk.page, '/today');
  await expect(screenTitle(desk.page)).toHaveText('Today');
});

/** What the page's content rules refused while it tried something. */
async function refusedWhile(page: Page, attempt: () => void): Promise<readonly string[]> {
  await page.evaluate(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.push(effectiveDirective);
    });
  });
  await page.evaluate(attempt);
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'refused').length)).toBeGreaterThan(0);
  // The browser says each refusal in the console.
  desk.complaints();
  return page.evaluate(() => Reflect.get(window, 'refused'));
}

test('the page has the bridge and nothing of Node or Electron', async () => {
  const { page } = desk;
  expect(await page.evaluate(() => Object.keys(window.standing).toSorted())).toEqual([
    'invoke',
    'on',
    'pathOf',
    'platform',
  ]);
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
});

test('a script within the page does not run', async () => {
  const refused = await refusedWhile(desk.page, () => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
  });
  expect(refused).toContain('script-src-elem');
  expect(await desk.page.evaluate(() => 'ranInline' in window)).toBe(false);
});

test('nothing is loaded from elsewhere, and nothing is sent there', async () => {
  const { page } = desk;
  const refused = await refusedWhile(page, () => {
    document.body.append(Object.assign(new Image(), { src: 'https://example.org/picture.png' }));
    void fetch('https://example.org/', { method: 'POST', body: 'members' }).catch(() => undefined);
    const script = document.createElement('script');
    script.src = 'https://example.org/script.js';
    document.body.append(script);
    document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }));
  });
  expect(new Set(refused)).toEqual(new Set(['img-src', 'connect-src', 'script-src-elem', 'frame-src']));
});

test('the page goes nowhere else and opens no window', async () => {
  const { app, page } = desk;
  const before = page.url();
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  await page.evaluate(() => {
    window.location.href = 'https://example.org/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  await expect(screenTitle(page)).toHaveText('Today');
  expect(app.windows()).toHaveLength(1);
});

const REFUSALS = [
  ['a channel that is not on the contract', 'office.erase', undefined, 'unknown-channel'],
  ['a name that every object has', 'constructor', undefined, 'unknown-channel'],
  ['an input that the contract does not allow', 'members.lookup', { text: 7, limit: 5 }, 'invalid-input'],
  ['a question for a million rows', 'members.lookup', { text: 'a', limit: 1_000_000 }, 'invalid-input'],
  ['a run whose name leads out of its folder', 'renewals.run', { run: '../../etc' }, 'invalid-input'],
] as const;

for (const [what, channel, input, code] of REFUSALS)
  test(`${what} is refused in a sentence without a stack`, async () => {
    const answer = await desk.page.evaluate(
      // The bridge's type would not let this through.
      ([name, asked]) => window.standing.invoke(name as never, asked as never),
      [channel, input] as const,
    );
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(answer)).not.toMatch(/\.ts:|\.js:|at \w+ \(/);
  });

test('a window that is not Standing’s own is not answered', async () => {
  const elsewhere = join(tempFolder(), 'elsewhere.html');
  writeFileSync(elsewhere, '<!doctype html><title>Elsewhere</title>');
  const answer = await desk.app.evaluate(
    async ({ BrowserWindow }, [preload, address]) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await other.loadURL(address);
      const said: unknown = await other.webContents.executeJavaScript(
        "window.standing.invoke('office.state')",
      );
      other.destroy();
      return said;
    },
    [PRELOAD, pathToFileURL(elsewhere).href] as const,
  );
  expect(answer).toMatchObject({ ok: false, error: { code: 'wrong-sender' } });
});

test('only a run’s PDF of the open office is served beside the window’s own parts', async () => {
  const statuses = await desk.page.evaluate(async () => {
    const paths = [
      '/office.db',
      '/runs/2026-12-A/..%2F..%2Foffice.db',
      '/../main/main.js',
      '/runs/2026-12-A/x.txt',
    ];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404]);
  desk.complaints();
});

realElectronTest('the window is sandboxed, isolated and without Node', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in Electron's own types, though it is documented to be there for tests.
    const read = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences');
    return typeof read === 'function' ? read.call(contents) : null;
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});
