import type { Page } from 'playwright';

const TIMES = 20;

/**
 * The least that any table must do, on the same page: the texts of a screenful of plain cells replaced, in milliseconds to the frame
 * that shows it.
 */
export async function timePlainTable(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const table = document.createElement('table');
    table.id = 'plain-table';
    table.style.cssText = 'position: fixed; inset: 0; z-index: 1000; background: white; table-layout: fixed';
    for (let row = 0; row < 30; row++) {
      const cells = table.insertRow();
      for (let cell = 0; cell < 10; cell++) cells.insertCell().textContent = '—';
    }
    document.body.append(table);
  });
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.waitForTimeout(100);
    times.push(
      await page.evaluate(async (text) => {
        const from = performance.now();
        for (const cell of document.querySelectorAll('#plain-table td')) cell.textContent = text;
        await new Promise<void>((resolve) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(null);
          }),
        );
        return performance.now() - from;
      }, `Text ${time}`),
    );
  }
  await page.evaluate(() => document.querySelector('#plain-table')?.remove());
  return times;
}
