import type { Page } from '@playwright/test';

/** How long an Enter took, in ms, and the field that it led to. */
export interface Wait {
  readonly ms: number;
  readonly field: string;
}

declare global {
  interface Window {
    enterWaits: Wait[];
  }
}

/** Times each Enter from its event to the frame in which the next field has the focus, by the page's own clock, until asked for. */
export async function watchWaits(page: Page): Promise<{ stop(): Promise<readonly Wait[]> }> {
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
      ({ target }) => {
        if (pressedAt === null || !(target instanceof HTMLInputElement)) return;
        const field = target.labels?.[0]?.textContent ?? '';
        const since = pressedAt;
        pressedAt = null;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.enterWaits.push({ ms: performance.now() - since, field });
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  return { stop: () => page.evaluate(() => window.enterWaits) };
}
