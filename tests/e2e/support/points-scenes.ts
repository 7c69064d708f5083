import type { Page } from '@playwright/test';
import { ask } from './ask.ts';
import { scene } from './scene.ts';

const ROSA = '700412';

/** Types an activity that counts for one certification of Rosa's and looks like one that is recorded. */
async function typeActivity(page: Page): Promise<void> {
  await page.getByLabel('Title').fill('Wound care update');
  await page.getByLabel('Provider').fill('County Community College');
  await page.getByLabel('Completed on').fill('2025-07-03');
  await page.getByLabel('Hours or credits').fill('6');
  await page.getByLabel('Points claimed').fill('8');
  await page.getByLabel('(a) Helps to do the job better').check();
  await page.getByText('6 points granted').waitFor();
}

/** CCP and a member's points, with their dialogs. */
export const POINTS_SCENES = [
  scene('ccp-enter', '/ccp?tab=enter', async ({ page }) => {
    await page.getByLabel('Whose activity').fill(ROSA);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Another member (Esc)' }).waitFor();
    await typeActivity(page);
  }),
  scene('ccp-attestations', '/ccp?tab=attestations', async ({ page }) => {
    const { total } = await ask(page, 'attestations.list', { offset: 0, limit: 1 });
    if (total === 0) {
      const [first] = await ask(page, 'attestations.record', {
        of: { memberNo: ROSA },
        codes: ['RMA'],
        attestedOn: '2026-11-20',
      });
      await ask(page, 'attestations.undo', {
        attestation: first?.attestation ?? 0,
        reason: 'the slip is another member’s',
      });
    }
    await page.getByRole('combobox', { name: 'Slip' }).fill(ROSA);
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox').first().check();
  }),
  scene('member-add-activity', `/members/${ROSA}`, async ({ page }) => {
    await page.locator('.timeline__drawing').first().waitFor();
    await page.keyboard.press('a');
    await typeActivity(page);
  }),
  scene('member-points-window', `/members/${ROSA}?tab=points`, async ({ page }) => {
    await page.getByRole('table', { name: 'Activities' }).waitFor();
    await page.locator('.window [role="img"]').first().focus();
  }),
  scene('member-correct-activity', `/members/${ROSA}?tab=points`, async ({ page }) => {
    await page
      .getByRole('button', { name: /^Correct…/ })
      .first()
      .click();
    await page.getByRole('dialog').getByLabel('Completed on').fill('2025-06-30');
    await page.getByText('What would change').waitFor();
  }),
  scene('member-withdraw-activity', `/members/${ROSA}?tab=points`, async ({ page }) => {
    await page
      .getByRole('button', { name: /^Withdraw…/ })
      .first()
      .click();
    await page.getByText('What would change').waitFor();
  }),
] as const;
