import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { type Desk, go } from './desk.ts';
import type { Scene } from './scenes.ts';

const FEE = '/settings?tab=policy&value=annual-fee.RMA';

/** Names whoever sits at the desk as a manager, so that the policy may be decided about. */
export async function nameMyselfManager(page: Page): Promise<string> {
  const { actor } = await ask(page, 'office.state', undefined);
  const managers = await ask(page, 'office.managers', undefined);
  if (actor !== null && !managers.includes(actor))
    await ask(page, 'office.saveManagers', { names: [...managers, actor] });
  return actor ?? '';
}

/** One fee decided, decided otherwise for the same day, and one default confirmed. */
async function decideOnce(page: Page): Promise<void> {
  if ((await ask(page, 'policy.trail', undefined)).length > 0) return;
  await nameMyselfManager(page);
  const said = { reference: 'Board minutes, 12 November 2026', approvedBy: null } as const;
  const fee = { kind: 'set', name: 'annual-fee.RMA', from: '2027-01-01', ...said } as const;
  await ask(page, 'policy.decide', { ...fee, value: 60_00, reason: 'New fee table' });
  await ask(page, 'policy.decide', { ...fee, value: 55_00, reason: 'The table says $55, not $60' });
  const name = 'points-grace-days';
  await ask(page, 'policy.decide', {
    kind: 'confirm',
    name,
    on: '2026-11-22',
    reason: 'As we do it',
    ...said,
  });
  await expect.poll(async () => (await ask(page, 'policy.trail', undefined)).length).toBe(3);
}

/** The policy's value, its change with what would follow, and the what-if screen. */
export const POLICY_SCENES: readonly Scene[] = [
  {
    name: 'policy-value',
    async show({ page }: Desk) {
      await decideOnce(page);
      await go(page, FEE);
      await page.getByRole('heading', { name: 'What the office decided' }).first().waitFor();
      await page.getByText('The table says $55').first().waitFor();
    },
  },
  {
    name: 'policy-change',
    async show({ page }: Desk) {
      await go(page, '/settings?tab=policy&value=lapse-after-months');
      await page.getByRole('button', { name: 'Change from a day on…' }).click();
      await page.getByLabel('Value (months)').fill('12');
      await page.getByLabel('From').fill('2015-01-01');
      await page.getByRole('button', { name: 'See what would change' }).click();
      await page.getByRole('group', { name: 'Show whom' }).getByRole('button').first().click();
      await page.locator('.data-table__body .table-row .table-cell').first().waitFor();
    },
  },
  {
    name: 'policy-confirm',
    async show({ page }: Desk) {
      await go(page, '/settings?tab=policy&value=annual-fee.MT');
      await page.getByRole('button', { name: 'Confirm $90.00…' }).click();
      await page.getByRole('button', { name: 'Confirm $90.00', exact: true }).click();
      await page.getByText('Say where it is written.').waitFor();
    },
  },
  {
    name: 'what-if',
    async show({ page }: Desk) {
      await go(page, '/settings/what-if?value=lapse-after-months');
      await page.getByLabel('Tried (months)').fill('12');
      await page.getByLabel('Judged as of').fill('2027-06-01');
      await page.getByRole('button', { name: 'See who would change' }).click();
      await page.locator('.data-table__body .table-row .table-cell').first().waitFor();
    },
  },
  {
    name: 'what-if-why',
    async show({ page }: Desk) {
      await go(page, '/settings/what-if?value=lapse-after-months');
      await page.getByLabel('Tried (months)').fill('12');
      await page.getByRole('button', { name: 'See who would change' }).click();
      await page.locator('.data-table__body .table-row .table-cell').nth(3).click();
      await page.getByRole('dialog').getByText('Differs in').waitFor();
    },
  },
];
