import { join } from 'node:path';
import type { Page } from '@playwright/test';
import BetterSqlite3 from 'better-sqlite3';
import { writePage } from '../../services/intake/pages.ts';
import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import { tempFolder } from './office.ts';
import { scene } from './scene.ts';

/** Takes in a page with nothing on it that says whose it is. @returns its part */
async function taken(page: Page, name: string, paper: number): Promise<number> {
  await ask(page, 'intake.take', {
    files: [writePage(tempFolder(), name, { paper })],
    channel: 'chosen',
  });
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await ask(page, 'intake.parts', { state: 'waiting', offset: 0, limit: 500 });
    const part = rows.find((row) => row.name === name)?.part;
    if (part !== undefined) return part;
    await page.waitForTimeout(100);
  }
  throw new Error(`${name} was not taken in`);
}

/** Members without an open case. */
async function caseless(page: Page, count: number): Promise<readonly string[]> {
  const { rows } = await ask(page, 'members.query', {
    filter: { status: ['active'] },
    sort: { by: 'name', descending: false },
    offset: 0,
    limit: 60,
  });
  const found: string[] = [];
  for (const { memberNo } of rows) {
    if (found.length === count) break;
    if ((await ask(page, 'intake.member', { memberNo })).cases.length === 0) found.push(memberNo);
  }
  return found;
}

/** Letters that send documents back: one with two documents, one that is held. */
export async function refusePapers(page: Page): Promise<void> {
  if ((await ask(page, 'returns.counts', undefined)).waiting > 2) return;
  const [first = '', second = ''] = await caseless(page, 2);
  const papers = [
    ['certificate of attendance.png', 250, first],
    ['hours 2025.png', 248, first],
    ['employer letter.png', 246, second],
  ] as const;
  for (const [name, paper, memberNo] of papers)
    await ask(page, 'intake.refuse', { part: await taken(page, name, paper), memberNo });
  const { addresses, email, phone } = await ask(page, 'members.page', { memberNo: second });
  const now = addresses.find(({ validTo }) => validTo === null);
  if (now === undefined) throw new Error('the member has an address');
  const { address1, address2, city, state, zip, country } = now;
  const address = { address1, address2, city, state, zip, country };
  await ask(page, 'members.saveContact', {
    memberNo: second,
    email,
    phone,
    mailOk: false,
    emailOk: false,
    address,
  });
}

/** Documents that were dismissed years ago: three are due, one is held. */
async function oldPapers({ page, office }: Desk): Promise<void> {
  if ((await ask(page, 'retention.state', undefined)).due > 0) return;
  const names = ['course list 2021.png', 'parking receipt.png', 'old photo.png', 'complaint enclosure.png'];
  for (const [at, name] of names.entries())
    await ask(page, 'intake.dismiss', {
      part: await taken(page, name, 240 - 2 * at),
      reason: 'Nothing of ours',
    });
  // Nobody waits for years to see what is due: the day on which they were dismissed is set back.
  const sqlite = new BetterSqlite3(join(office, 'office.db'));
  sqlite.prepare("UPDATE intake_part SET settled_on = '2024-05-03' WHERE state = 'dismissed'").run();
  sqlite.close();
  const { rows } = await ask(page, 'retention.due', { held: false, offset: 0, limit: 10 });
  const held = rows.find(({ arrivals }) => arrivals[0]?.name === 'complaint enclosure.png');
  await ask(page, 'retention.hold', {
    on: { document: held?.document ?? 0 },
    reason: 'Complaint 2026-07 of the member is open',
  });
}

async function managed(page: Page): Promise<void> {
  const { actor } = await ask(page, 'office.state', undefined);
  const managers = await ask(page, 'office.managers', undefined);
  await ask(page, 'office.saveManagers', { names: [...managers, 'Dana Whitfield', actor ?? ''] });
}

/** Papers that go back, and papers that are kept long enough. */
export const PAPERS_SCENES = [
  scene('intake-returns', '/intake?tab=waiting', async ({ page }) => {
    await refusePapers(page);
    await page.getByRole('tab', { name: /^Return letters/ }).click();
    await page.getByRole('table', { name: 'Return letters' }).waitFor();
  }),
  scene('letters-return', '/settings?tab=letters&letter=return', ({ page }) =>
    page.getByText('As it would be printed today.').waitFor(),
  ),
  scene('letters-missing', '/settings?tab=letters&letter=recertification-missing', ({ page }) =>
    page.getByText('As it would be printed today.').waitFor(),
  ),
  scene('intake-retention', '/intake', async (desk) => {
    await oldPapers(desk);
    await desk.page.getByRole('tab', { name: /^Retention/ }).click();
    await desk.page.getByRole('table', { name: 'Documents whose time is over' }).waitFor();
  }),
  scene('retention-held', '/intake', async (desk) => {
    await oldPapers(desk);
    await desk.page.getByRole('tab', { name: /^Retention/ }).click();
    await desk.page.getByRole('button', { name: /^Stopped/ }).click();
    await desk.page.getByText(/^Legal hold: /).waitFor();
  }),
  scene('retention-hold', '/intake', async (desk) => {
    await oldPapers(desk);
    await desk.page.getByRole('tab', { name: /^Retention/ }).click();
    await desk.page.getByRole('button', { name: /^Stopped/ }).click();
    await desk.page
      .getByRole('button', { name: /^Holds… / })
      .first()
      .click();
    await desk.page.getByRole('dialog').waitFor();
  }),
  scene('retention-destroy', '/intake', async (desk) => {
    await oldPapers(desk);
    await managed(desk.page);
    await desk.page.getByRole('tab', { name: /^Retention/ }).click();
    await desk.page.getByRole('button', { name: /^Destroy all/ }).click();
    await desk.page.getByRole('dialog').waitFor();
  }),
  scene('retention-log', '/intake', async (desk) => {
    const { page } = desk;
    await oldPapers(desk);
    await managed(page);
    const { destroyed } = await ask(page, 'retention.state', undefined);
    if (destroyed === 0) {
      const { rows } = await ask(page, 'retention.due', { held: false, offset: 0, limit: 1 });
      await ask(page, 'retention.destroy', {
        documents: [rows[0]?.document ?? 0],
        confirmed: 1,
        approvedBy: 'Dana Whitfield',
        note: 'Minutes of 20 November 2026',
      });
    }
    await page.getByRole('tab', { name: /^Retention/ }).click();
    await page.getByRole('button', { name: 'Destroyed 1' }).click();
    await page.getByRole('table', { name: 'Destruction log' }).waitFor();
  }),
];
