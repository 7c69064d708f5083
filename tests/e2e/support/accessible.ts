import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Fails with the rule, the element and what to do where axe finds a violation of WCAG 2.2 A or AA. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // A colour that is still on its way from one theme or state to another is none to judge.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
  );
  // An app has no second page to join frames in, which is what axe opens otherwise.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(WCAG_22_AA).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
  expect(found, what).toEqual([]);
}

/** Fails where anything makes the window scroll sideways, or stands outside it. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = document.documentElement.scrollWidth > width ? ['the window'] : [];
    const screen = document.querySelector('.screen');
    if (screen !== null && screen.scrollWidth > screen.clientWidth + 1) scrolls.push('the screen');
    return scrolls;
  });
  expect(over, `${what}: scrolls sideways`).toEqual([]);
}
