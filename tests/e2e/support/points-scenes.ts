import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from './ask.ts';
import { tempFolder } from './office.ts';
import { scene } from './scene.ts';

const ROSA = '700412';

/** One row that is Rosa's, and rows that are nobody's, somebody else's, or cannot be read. */
const FEED = `external_id,member_no,name,email,title,completed_on,points
AMT-90211,${ROSA},Rosa Featherstonehaugh,,Bloodborne Pathogens for the Clinic,2026-10-01,2.5
AMT-90212,,Rosa Featherston,rosa.featherstonehaugh@example.com,Ethics for Health Care Workers,2026-10-02,1
AMT-90213,${ROSA},Maria Garcia,,Point-of-Care Testing,2026-10-04,2
AMT-90214,79999999,Dana Smith,,Quality Control Basics,2026-10-07,1.5
AMT-90215,${ROSA},,,Phlebotomy Safety,2026-02-30,1
`;

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

/** Takes the feed in, once. */
async function takeFeed(page: Page): Promise<void> {
  const { files } = await ask(page, 'feed.state', undefined);
  if (files.length > 0) return;
  const file = join(tempFolder(), 'amt-online-2026-11.csv');
  writeFileSync(file, FEED);
  await ask(page, 'feed.take', { file });
  await page.getByRole('table', { name: 'Files taken' }).waitFor();
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
  scene('ccp-feed', '/ccp?tab=feed', async ({ page }) => {
    await takeFeed(page);
    await page.getByRole('region', { name: 'Queue' }).waitFor();
  }),
  scene('ccp-feed-settled', '/ccp?tab=feed&show=settled', async ({ page }) => {
    await takeFeed(page);
    await page.getByRole('table', { name: 'Settled rows' }).waitFor();
  }),
  scene('ccp-feed-dismiss', '/ccp?tab=feed', async ({ page }) => {
    await takeFeed(page);
    await page.getByRole('region', { name: 'Queue' }).waitFor();
    await page.keyboard.press('d');
    await page.getByRole('dialog').waitFor();
  }),
  scene('settings-feed', '/settings?tab=feed', ({ page }) =>
    page.getByRole('button', { name: 'Choose a folder…' }).waitFor(),
  ),
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
