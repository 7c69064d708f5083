import { expect, type Page, test } from '@playwright/test';
import { type LaunchOptions, launchStanding, type RunningApp } from '../launch.ts';
import { copyOfSampleOffice, TODAY } from './office.ts';

/** The running window of one file of specifications. */
export interface Desk {
  readonly app: RunningApp['app'];
  readonly page: Page;
  /** The office folder it was started with. */
  readonly office: string;
  /** Takes away what the window's console complained of so far, for a specification that provokes it. */
  complaints(): string[];
}

/**
 * Opens the app before a file's specifications and closes it after them; a window that complains in its console fails the
 * specification under which it did.
 * @param office makes the office folder; a copy of the sample office if left out
 */
export function deskForFile(
  office: () => string | Promise<string> = copyOfSampleOffice,
  options: Partial<LaunchOptions> = {},
): Desk {
  let open: OpenDesk | null = null;
  const current = () => {
    if (open === null) throw new Error('The window is open during a specification only');
    return open;
  };
  test.beforeAll(async () => {
    open = await openDesk(await office(), options);
  });
  test.afterEach(() => {
    expect(current().complaints(), 'what the window’s console complained of').toEqual([]);
  });
  test.afterAll(async () => {
    await open?.app.close();
    open = null;
  });
  return {
    get app() {
      return current().app;
    },
    get page() {
      return current().page;
    },
    get office() {
      return current().office;
    },
    complaints: () => current().complaints(),
  };
}

/** A desk that is closed by the one who opened it. */
export interface OpenDesk extends Desk {
  close(): Promise<void>;
}

/** Starts the app on an office, in a window of the size of the office's laptops, and listens to its console. */
export async function openDesk(office: string, options: Partial<LaunchOptions> = {}): Promise<OpenDesk> {
  const { app, page } = await launchStanding({
    officeFolder: office,
    ...options,
    args: [`--as-of=${TODAY}`, '--actor=Dana', ...(options.args ?? [])],
  });
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.locator('h1').first().waitFor();
  return { app, page, office, complaints: () => said.splice(0), close: () => app.close() };
}

/** Goes to a place of the window, e.g. `/members?status=due`, as its links do. */
export async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, place);
}

/** The heading of the screen that is shown. */
export function screenTitle(page: Page) {
  return page.locator('#screen h1');
}
