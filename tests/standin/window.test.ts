import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchFixture, SOON, temporaryFolder } from './fixture-app.ts';

vi.setConfig({ testTimeout: 20_000 });

const folder = temporaryFolder();
let app: ElectronApplication;
let page: Page;

beforeAll(async () => {
  ({ app, page } = await launchFixture(path.join(folder, 'profile')));
}, 30_000);

afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the fixture's main process has noted. */
function seen(): Promise<{ asked: string[]; navigations: string[] }> {
  // The fixture puts it on its own global object.
  return app.evaluate(
    () => (globalThis as unknown as { seen: { asked: string[]; navigations: string[] } }).seen,
  );
}

describe('a click', () => {
  it('is answered by the main process', async () => {
    await page.click('#double');
    await expect.poll(() => page.textContent('#answer'), SOON).toBe('42');
  });

  it('is answered by a message back', async () => {
    await page.click('#tell');
    await expect.poll(() => page.textContent('#told'), SOON).toBe('heard you 1970-01-01T00:00:00.000Z');
  });
});

describe('values that go to the main process and back', () => {
  it.each([
    ['a date', 'new Date(5)', 'back instanceof Date && back.getTime()', 5],
    ['an invalid date', 'new Date(NaN)', 'back instanceof Date && Number.isNaN(back.getTime())', true],
    ['bytes', 'new Uint8Array([1, 255])', 'back instanceof Uint8Array && back.join()', '1,255'],
    ['undefined', 'undefined', 'back === undefined', true],
    ['undefined in a field', '({ a: undefined })', '"a" in back && back.a === undefined', true],
    ['a map', 'new Map([[1, "one"]])', 'back.get(1)', 'one'],
    ['a set', 'new Set(["a"])', 'back instanceof Set && back.has("a")', true],
    ['a bigint', '2n ** 70n', 'back === 2n ** 70n', true],
    ['NaN', 'NaN', 'Number.isNaN(back)', true],
    ['minus zero', '-0', 'Object.is(back, -0)', true],
    ['nested lists', '[{ a: [1, [2]] }]', 'JSON.stringify(back)', '[{"a":[1,[2]]}]'],
    ['an error', 'new TypeError("no")', 'back instanceof Error && back.message', 'no'],
    ['a megabyte of text', '"é".repeat(2 ** 20)', 'back.length', 2 ** 20],
  ])('%s', async (_name, value, probe, expected) => {
    const script = `window.fixture.invoke('echo', ${value}).then((back) => ${probe})`;
    expect(await page.evaluate(script)).toBe(expected);
  });

  it.each([
    ['a function', '() => 1'],
    ['an element', 'document.body'],
    ['a symbol', 'Symbol()'],
  ])('refuses %s', async (_name, value) => {
    await expect(page.evaluate(`window.fixture.invoke('echo', { value: ${value} })`)).rejects.toThrow(
      /clone|cross/,
    );
  });
});

describe('a call that fails', () => {
  it.each([
    ['in its handler', 'fail', "Error invoking remote method 'fail': RangeError: the month is not open"],
    ['without one', 'gone', "Error invoking remote method 'gone': Error: No handler registered for 'gone'"],
  ])('%s has the words Electron gives it', async (_name, channel, sentence) => {
    const message = await page.evaluate(
      `window.fixture.invoke('${channel}').catch((error) => error.message)`,
    );
    expect(message).toBe(sentence);
  });
});

describe('the page', () => {
  it('is known to the app by the app’s own address', async () => {
    expect(await page.evaluate(`window.fixture.invoke('sender')`)).toEqual({
      url: 'app://fixture/index.html#/start',
      origin: 'app://fixture',
      isMain: true,
      windowId: 1,
    });
  });

  it('keeps to the Content-Security-Policy of its answer', async () => {
    expect(await page.evaluate('window.inlineRan')).toBeUndefined();
  });

  it('may name the app’s own scheme', async () => {
    const script = `fetch('app://fixture/page.js').then((answer) => answer.status)`;
    expect(await page.evaluate(script)).toBe(200);
    expect(await page.evaluate(script.replace('page.js', 'gone.js'))).toBe(404);
  });

  it('sees no more of the shell than the preload exposes', async () => {
    const names =
      '[typeof require, typeof process, Object.keys(window.fixture).join(), Object.isFrozen(window.fixture)]';
    expect(await page.evaluate(names)).toEqual([
      'undefined',
      'undefined',
      'invoke,tell,onTold,pathOf,platform',
      true,
    ]);
  });

  it('cannot leave or open windows where the app denies it', async () => {
    const windows = app.windows().length;
    await page.click('#away');
    await page.click('#elsewhere');
    await page.evaluate(`window.open('https://example.com/script')`);
    await expect.poll(seen, SOON).toMatchObject({
      navigations: ['https://example.com/'],
      asked: ['https://example.com/new', 'https://example.com/script'],
    });
    expect(await page.textContent('h1')).toBe('Fixture');
    expect(app.windows()).toHaveLength(windows);
  });

  it('has no permission the app denies', async () => {
    const script = `navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`;
    expect(await page.evaluate(script)).toBe('denied');
  });
});

describe('the path of a file', () => {
  const files = ['members.csv', 'fees 2026 é.csv'].map((name) => path.join(folder, name));

  it('that was chosen is known at once', async () => {
    for (const file of files) writeFileSync(file, 'a');
    await page.setInputFiles('#file', files);
    await expect.poll(() => page.textContent('#paths'), SOON).toBe(files.join('|'));
  });

  it('that was dropped is known at once', async () => {
    await page.evaluate(`document.getElementById('paths').textContent = ''`);
    const place = await page.locator('#drop').boundingBox();
    const at = { x: (place?.x ?? 0) + 20, y: (place?.y ?? 0) + 5 };
    const data = { items: [], files, dragOperationsMask: 1 };
    const session = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    }
    await expect.poll(() => page.textContent('#paths'), SOON).toBe(files.join('|'));
  });

  it('made by script is empty', async () => {
    expect(await page.evaluate(`window.fixture.pathOf(new File(['a'], 'a.txt'))`)).toBe('');
  });
});

describe('the window', () => {
  it('has the size the app gives it, and its zoom', async () => {
    const size = 'innerWidth + " " + innerHeight + " " + devicePixelRatio';
    expect(await page.evaluate(size)).toBe('900 700 1');
    const window = await app.browserWindow(page);
    await window.evaluate((shown: Electron.BrowserWindow) => shown.setSize(1000, 600));
    await expect.poll(() => page.evaluate(size), SOON).toBe('1000 600 1');
    await window.evaluate((shown: Electron.BrowserWindow) => shown.webContents.setZoomFactor(2));
    await expect.poll(() => page.evaluate(size), SOON).toBe('500 300 2');
    await window.evaluate((shown: Electron.BrowserWindow) => shown.webContents.setZoomFactor(1));
    await expect.poll(() => page.evaluate(size), SOON).toBe('1000 600 1');
  });

  it('turns dark with the app', async () => {
    const dark = `matchMedia('(prefers-color-scheme: dark)').matches`;
    expect(await page.evaluate(dark)).toBe(false);
    expect(await page.evaluate(`window.fixture.invoke('theme', 'dark')`)).toBe(true);
    expect(await page.evaluate(dark)).toBe(true);
    await page.evaluate(`window.fixture.invoke('theme', 'system')`);
    await expect.poll(() => page.evaluate(dark), SOON).toBe(false);
  });

  it('can be drawn and printed', async () => {
    const picture = await page.screenshot();
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    const window = await app.browserWindow(page);
    const start = await window.evaluate(async (shown: Electron.BrowserWindow) => {
      const pdf = await shown.webContents.printToPDF({ pageSize: 'Letter' });
      return pdf.subarray(0, 5).toString();
    });
    expect(start).toBe('%PDF-');
  });

  it('lets a test answer a dialog', async () => {
    const chosen = await app.evaluate(async ({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/a.csv'] });
      return dialog.showOpenDialog({});
    });
    expect(chosen.filePaths).toEqual(['/a.csv']);
  });
});

describe('the main process', () => {
  it.each([
    ['starts a worker thread', `invoke('worker')`, 21],
    ['starts a utility process', `invoke('utility')`, 42],
    ['keeps a secret', `invoke('secret', 'S3cret é')`, 'S3cret é'],
  ])('%s', async (_name, call, expected) => {
    expect(await page.evaluate(`window.fixture.${call}`)).toBe(expected);
  });

  it('knows the app, its folders and its arguments', async () => {
    const known = await app.evaluate(({ app: shell }) => ({
      name: shell.getName(),
      version: shell.getVersion(),
      userData: shell.getPath('userData'),
      packaged: shell.isPackaged,
      argument: process.argv[2],
    }));
    const userData = path.join(folder, 'profile');
    expect(known).toEqual({
      name: 'Fixture',
      version: '1.2.3',
      userData,
      packaged: false,
      argument: `--user-data-dir=${userData}`,
    });
  });
});
