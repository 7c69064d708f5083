import { expect, test } from '@playwright/test';
import { ask } from './support/ask.ts';
import { deskForFile, go, screenTitle } from './support/desk.ts';
import { lapsedRma, openApplications } from './support/recertification-scenes.ts';

// From one office: each specification goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const desk = deskForFile();
const FORM = 'Employment verification form, signed by each employer';

/** Presses a button by keyboard. */
async function press(name: string | RegExp): Promise<void> {
  await desk.page.getByRole('button', { name }).first().focus();
  await desk.page.keyboard.press('Enter');
}

let memberNo = '';

test('SC-RECERT-4, SC-LAPSE-0: what the assistant found starts an application by exam, with its way, answers and documents', async () => {
  const { page } = desk;
  memberNo = await lapsedRma(page);
  await go(page, `/eligibility?code=RMA&member=${memberNo}`);
  const question = page.locator('.question h2');
  await expect(question).toHaveText(/Which training/);
  await press('None of these');
  await expect(question).toHaveText(/years of full-time work/);
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(question).toHaveText(/teaching/);
  await press('Not sure');
  await expect(page.getByText('Nothing that is left to ask would change this.')).toBeVisible();
  await press('Use in an application by exam… Work experience');
  const dialog = page.getByRole('dialog', { name: 'Start an application' });
  const found = dialog.getByRole('region', { name: 'From the eligibility assistant' });
  await expect(found).toContainText('From the eligibility assistant: Work experience');
  await expect(found).toContainText('None of these');
  await expect(found).toContainText(FORM);
  await expect(dialog.getByRole('radio', { name: /exam/i })).toBeChecked();
  await press('Enter the application');
  await expect(page.getByText(/^Application \d+ of .* entered\.$/)).toBeVisible();
  await expect(screenTitle(page)).toContainText('RMA by exam');
  const checklist = page.locator('.checklist').first();
  await expect(checklist).toContainText('Work experience, checked on 22 November 2026');
  await expect(checklist).toContainText(`For “Work experience”: missing ${FORM}`);
});

test('SC-RECERT-4: from the application to the assistant and back with another answer; documents that came stay noted', async () => {
  const { page } = desk;
  await press(`It came ${FORM}`);
  const checklist = page.locator('.checklist').first();
  await expect(checklist).toContainText('For “Work experience”: all are there');
  const application = (await openApplications(page)).find((one) => one.memberNo === memberNo)?.application;
  await page.keyboard.press('e');
  await expect(page.getByText(`For application ${application}: take a way that fits`)).toBeVisible();
  // What was answered before is there, and is taken back one by one.
  await expect(page.getByText('Nothing that is left to ask would change this.')).toBeVisible();
  await press(/^Back$/);
  await expect(page.locator('.question h2')).toHaveText(/teaching/);
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await press(`Use in application ${application}… Work experience`);
  const dialog = page.getByRole('dialog', { name: /^Eligible for the exam/ });
  await expect(dialog).toContainText('It takes the place of “Work experience”');
  await expect(dialog).toContainText('7 years');
  await expect(dialog.getByRole('button', { name: 'Keep with the application' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Kept with application ${application}: Work experience.`)).toBeVisible();
  await expect(checklist).toContainText('For “Work experience”: all are there');
  const view = await ask(page, 'recertification.application', { application: application ?? 0 });
  expect(view.eligibility?.answers).toMatchObject({ 'work-years': 6, 'teaching-years': 7 });
  await go(page, `/members/${memberNo}?tab=history`);
  await expect(page.getByRole('tabpanel')).toContainText('eligible for the exam by “Work experience”');
});
