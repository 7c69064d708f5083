import type { Page } from '@playwright/test';

declare global {
  interface Window {
    enterWaits: number[];
  }
}

/** Times each Enter from its event to the frame in which the next field has the focus, by the page's own clock, until asked for. */
export async function watchWaits(page: Page): Promise<{ stop(): Promise<readonly number[]> }> {
  await page.evaluate(() => {
    window.enterWaits = [];
    let pressedAt: number | null = null;
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') pressedAt = event.timeStamp;
      },
      true,
    );
    window.addEventListener(
      'focusin',
      () => {
        if (pressedAt === null) return;
        const since = pressedAt;
        pressedAt = null;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.enterWaits.push(performance.now() - since);
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  return { stop: () => page.evaluate(() => window.enterWaits) };
}
