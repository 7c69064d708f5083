import type { Page } from 'playwright';
import { MEMBER_SORTS } from '../../../shared/domain/members-list.ts';

const SORTS = MEMBER_SORTS.flatMap((by) => [by, `-${by}`]).filter((sort) => sort !== 'name');
const FILTERS = [
  'status=past-due',
  'status=past-due,lapsed&code=RMA&state=IL',
  'code=RMA&state=TX',
  'month=12',
  'attention=points-outstanding',
  'text=garcia',
  'text=s',
  'status=past-due&sort=-city',
  'status=active&sort=-owedCents',
];

/** Opens the members' table. */
export async function showMembers(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/members';
  });
  await page.locator('.table-row .member-link').first().waitFor();
}

/** Every sort of the members' table: milliseconds from the change of place to the frame that shows it. */
export async function timeSorts(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const sort of SORTS) times.push(await timed(page, `sort=${sort}`));
  return times;
}

/** The same for filters of all kinds. */
export async function timeFilters(page: Page): Promise<readonly number[]> {
  const times: number[] = [];
  for (const filter of FILTERS) times.push(await timed(page, filter));
  return times;
}

async function timed(page: Page, question: string): Promise<number> {
  await page.waitForTimeout(150);
  return page.evaluate(async (text) => {
    const grid = document.querySelector('[role="grid"]');
    if (grid === null) throw new Error('There is no table');
    const from = performance.now();
    // Nothing asked here was asked before, so the table waits for its answer, and says so.
    await new Promise<void>((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error(`No answer to ${text}`)), 5000);
      const seen = new MutationObserver(() => {
        if (grid.getAttribute('aria-busy') === 'true') return;
        seen.disconnect();
        clearTimeout(tooLong);
        resolve();
      });
      seen.observe(grid, { attributeFilter: ['aria-busy'] });
      location.hash = `/members?${text}`;
    });
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
    return performance.now() - from;
  }, question);
}
