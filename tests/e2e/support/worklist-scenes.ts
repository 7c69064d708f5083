import type { Page } from '@playwright/test';
import { ask } from './ask.ts';
import { TODAY } from './office.ts';
import { scene } from './scene.ts';
import { openFirstRow, panelOf, toFirstRow } from './worked-row.ts';

/** Opens a form of the first row by its key. */
async function work(page: Page, key: string): Promise<void> {
  await toFirstRow(page);
  await panelOf(page).locator('.work-panel__actions').waitFor();
  await page.waitForFunction(() => document.querySelector('.work-panel[aria-busy="true"]') === null);
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
}

/** Sees to it that some activity of the office is recorded twice. */
export async function doubtfulActivity(page: Page): Promise<void> {
  const { duplicates } = await ask(page, 'worklists.counts', undefined);
  if (duplicates > 0) return;
  for (const _ of [1, 2])
    await ask(page, 'points.enter', {
      memberNo: '700412',
      category: 'professional-education',
      title: 'Quality control in the clinic',
      provider: 'Red Cross',
      completedOn: TODAY,
      employedFrom: null,
      employedTo: null,
      hours: 4,
      claimed: null,
      criteria: { job: true, knowledge: false, degree: false },
      source: 'staff',
      evidence: 'member',
      confirmDoubts: true,
    });
}

/** Rows of the worklists and the forms by which they are worked beside their list. */
export const WORKLIST_SCENES = [
  scene('worklist-row-ended', '/ccp?list=ended-short&sort=-on', ({ page }) => openFirstRow(page)),
  scene('worklist-points', '/ccp?list=ended-short&sort=-on', async ({ page }) => {
    await work(page, 'p');
    await page.getByLabel('Title').fill('Wound care update');
    await page.getByLabel('Completed on').fill('2026-04-03');
    await page.getByLabel('Hours or credits').fill('6');
    await page.getByLabel('(a) Helps to do the job better').check();
    await page.getByText('6 points granted').waitFor();
  }),
  scene('worklist-attestation', '/ccp?list=ending', async ({ page }) => {
    await work(page, 'a');
    await page.getByRole('checkbox').first().waitFor();
  }),
  scene('worklist-payment', '/lapse?list=past-due', async ({ page }) => {
    await work(page, 't');
    await page.getByLabel('Into').selectOption('new');
  }),
  scene('worklist-duplicates', '/ccp?list=duplicates', async (desk) => {
    await doubtfulActivity(desk.page);
    await work(desk.page, 'x');
    await desk.page.getByText('What would change').waitFor();
  }),
  scene('worklist-contact', '/ccp?list=ending', ({ page }) => work(page, 'e')),
] as const;
