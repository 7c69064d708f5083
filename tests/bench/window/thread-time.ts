import type { Page } from 'playwright';

/** Reads how many milliseconds of processor time the page's main thread has used; other programs on the machine do not count. */
export async function threadTime(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (seconds === undefined) throw new Error('The page does not tell its processor time.');
    return seconds * 1000;
  };
}
