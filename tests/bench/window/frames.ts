import type { Page } from 'playwright';

declare global {
  interface Window {
    frameTimes: number[];
    stopFrames: () => void;
  }
}

/** The frames of a second in which nothing moves: how even this machine draws at all. */
export function idleFrames(page: Page): Promise<number[]> {
  return frames(page, () => page.waitForTimeout(1000));
}

/** The frames while the members' table scrolls: a turning wheel, then jumps; or arrows, pages and both ends by key. */
export async function scrollFrames(page: Page, by: 'wheel' | 'keys'): Promise<number[]> {
  await page.evaluate(() => {
    location.hash = '/members?sort=-zip';
  });
  await page.waitForTimeout(500);
  const grid = page.locator('[role="grid"]');
  await grid.focus();
  await grid.hover();
  return frames(page, () => (by === 'wheel' ? turnWheel(page) : pressKeys(page)));
}

async function turnWheel(page: Page): Promise<void> {
  for (let step = 0; step < 200; step++) await page.mouse.wheel(0, 120);
  for (let step = 0; step < 20; step++) {
    await page.mouse.wheel(0, step % 2 === 0 ? 40_000 : -15_000);
    await page.waitForTimeout(100);
  }
}

async function pressKeys(page: Page): Promise<void> {
  for (const [key, times] of [
    ['ArrowDown', 80],
    ['PageDown', 40],
    ['End', 1],
    ['PageUp', 20],
    ['Home', 1],
  ] as const) {
    for (let time = 0; time < times; time++) {
      await page.keyboard.press(key);
      await page.waitForTimeout(25);
    }
  }
}

/** Milliseconds between frames while something happens. */
async function frames(page: Page, happens: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    window.frameTimes = [];
    let before = performance.now();
    let next = 0;
    const look = () => {
      const now = performance.now();
      window.frameTimes.push(now - before);
      before = now;
      next = requestAnimationFrame(look);
    };
    next = requestAnimationFrame(look);
    window.stopFrames = () => cancelAnimationFrame(next);
  });
  await happens();
  return page.evaluate(() => {
    window.stopFrames();
    return window.frameTimes;
  });
}
