import type { Page } from 'playwright';

/** An Enter, by the page's own clock in ms. */
export interface Wait {
  /** From the key to the frame in which the next field has the focus. */
  readonly ms: number;
  /** The field that it led to. */
  readonly field: string;
  readonly pressed: number;
  /** When the next field had the focus. */
  readonly focused: number;
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
        const [pressed, focused] = [pressedAt, performance.now()];
        pressedAt = null;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () =>
            window.enterWaits.push({ ms: performance.now() - pressed, field, pressed, focused });
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  return { stop: () => page.evaluate(() => window.enterWaits) };
}
