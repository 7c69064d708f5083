import type { Page } from '@playwright/test';

/** How long keystrokes took until their answer was painted, in milliseconds. */
export interface KeystrokeTimes {
  readonly typed: number;
  readonly painted: readonly number[];
  readonly p50: number;
  readonly p95: number;
}

declare global {
  interface Window {
    keystrokeTimes: number[];
  }
}

/** Types texts into the lookup, which has the focus, and times each key from its event to the frame after its answer. */
export async function timeKeystrokes(page: Page, texts: readonly string[]): Promise<KeystrokeTimes> {
  await page.evaluate(() => {
    window.keystrokeTimes = [];
    const field = document.querySelector('#lookup');
    // Says `5 found` when the answer is there, and nothing while it is awaited.
    const said = document.querySelector('.lookup [role="status"]');
    if (field === null || said === null) throw new Error('There is no lookup');
    let pressedAt: number | null = null;
    field.addEventListener('input', (event) => {
      pressedAt = event.timeStamp;
    });
    new MutationObserver(() => {
      if (pressedAt === null || said.textContent === '') return;
      const since = pressedAt;
      pressedAt = null;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.keystrokeTimes.push(performance.now() - since);
        port2.postMessage(null);
      });
    }).observe(said, { childList: true, characterData: true, subtree: true });
  });
  let typed = 0;
  for (const text of texts) {
    for (const key of text) {
      await page.keyboard.type(key);
      // A space at the end asks for nothing new.
      if (key === ' ') continue;
      typed += 1;
      await page.waitForFunction((count) => window.keystrokeTimes.length >= count, typed);
    }
    await page.keyboard.press('Escape');
  }
  const painted = await page.evaluate(() => window.keystrokeTimes);
  const sorted = painted.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  return { typed, painted, p50: at(0.5), p95: at(0.95) };
}
