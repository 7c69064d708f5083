import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Fails with the rule, the element and what to do where axe finds a violation of WCAG 2.2 A or AA, in light and in dark. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoViolation(page, `${what}, light`, (axe) => axe.withTags(WCAG_22_AA));
  // Only colours change with the theme.
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolation(page, `${what}, dark`, (axe) => axe.withRules(['color-contrast']));
}

async function expectNoViolation(
  page: Page,
  what: string,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  // A colour that is still on its way from one theme or state to another is none to judge.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
  );
  // An app has no second page to join frames in, which is what axe opens otherwise.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode(true)).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 4)
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
  expect(found, what).toEqual([]);
}

/** Fails where the window or its screen scrolls sideways, once it has taken up its size. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const over = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('html, #screen, .screen, .dialog__body')]
        .filter((part) => part.scrollWidth > part.clientWidth + 1)
        .map((part) => `${part.tagName} ${part.className}`),
    );
  await expect.poll(over, { message: `${what}: scrolls sideways`, timeout: 2_000 }).toEqual([]);
}
