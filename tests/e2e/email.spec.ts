import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openOffice } from '../../electron/services/office.ts';
import { LOGIN, type MailServer, startServer } from '../mail/start-server.ts';
import { optionsFor } from '../temp-office.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { copyOfSampleOffice, tempFolder } from './support/office.ts';

// From naming the mail server to a settled run: each specification goes on where the one before it stopped.
test.describe.configure({ mode: 'serial' });

const RUN = '2026-12-A';
const AUTHORITY = join(import.meta.dirname, '..', 'mail', 'certificates', 'authority.pem');
const desk = deskForFile(officeByEmail);
let server: MailServer;

test.beforeAll(async () => {
  server = await startServer(tempFolder());
});
test.afterAll(() => server.stop());

/** The sample office, where everyone wants e-mail alone. */
async function officeByEmail(): Promise<string> {
  const folder = copyOfSampleOffice();
  const office = await openOffice(optionsFor(folder));
  office.db.sqlite.exec(
    "UPDATE member SET mail_ok = 0, email_ok = 1, email = 'm' || member_no || '@members.example'",
  );
  await office.close();
  return folder;
}

test('the server is named, its authority added, the password kept by the keychain, and tried', async () => {
  const { app, page } = desk;
  await go(page, '/settings?tab=email');
  await page.getByRole('button', { name: 'Save the e-mail settings' }).waitFor();
  await page.getByLabel('Server', { exact: true }).fill('localhost');
  await page.getByLabel('Port').fill(String(server.port));
  await page.getByLabel('User name').fill(LOGIN.user);
  await page.getByLabel('Messages a minute').fill('0');
  await page.getByRole('button', { name: 'Save the e-mail settings' }).click();
  await expect(page.getByLabel('Messages a minute')).toBeFocused();
  await page.getByLabel('Messages a minute').fill('6000');
  await page.getByRole('button', { name: 'Save the e-mail settings' }).click();
  await expect(page.getByText('E-mail settings saved.')).toBeVisible();

  await page.getByLabel('Password', { exact: true }).fill('wrong horse');
  await page.getByRole('button', { name: 'Keep the password' }).click();
  await expect(page.getByText(`This computer’s keychain has a password for ${LOGIN.user}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Try the server' }).click();
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText(
    'an authority that this computer does not know',
  );
  await answerOpenDialog(app, AUTHORITY);
  await page.getByRole('button', { name: 'Add your own authority…' }).click();
  await page.getByRole('button', { name: 'Save the e-mail settings' }).click();
  await page.getByRole('button', { name: 'Choose another…' }).waitFor();
  await page.getByRole('button', { name: 'Try the server' }).click();
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText('does not accept the login');
  await expectAccessible(page, 'the e-mail settings');
  await expectNoSidewaysScroll(page, 'the e-mail settings');
  await page.getByLabel('Another password').fill(LOGIN.password);
  await page.getByRole('button', { name: 'Keep the password' }).click();
  await expect(page.getByLabel('Another password')).toHaveValue('');
  await page.getByRole('button', { name: 'Try the server' }).click();
  const answers = page.getByText('The server answers and lets the office in. Nothing was sent.');
  await expect(answers).toBeVisible();
  await page.getByLabel('Messages a minute').fill('5000');
  await page.getByRole('button', { name: 'Save the e-mail settings' }).click();
  await expect(answers).toBeHidden();
  for (const name of ['office.db', 'office.db-wal']) {
    const file = join(desk.office, name);
    if (existsSync(file)) expect(readFileSync(file).includes(LOGIN.password)).toBe(false);
  }
});

test('the run’s e-mails are sent from its page, and one that was cut off is asked about', async () => {
  const { page } = desk;
  await ask(page, 'renewals.prepare', { month: '2026-12', again: false });
  await expect.poll(() => ask(page, 'renewals.run', { run: RUN })).not.toBeNull();
  const { rows } = await ask(page, 'renewals.pieces', {
    run: RUN,
    channel: 'email',
    reason: null,
    offset: 0,
    limit: 2,
  });
  const address = {
    address1: '1 A St',
    address2: '',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  };
  for (const [at, row] of rows.entries()) {
    const email = `${at === 0 ? 'cut-after' : 'refused'}.${row.memberNo}@members.example`;
    await ask(page, 'members.saveContact', {
      memberNo: row.memberNo,
      email,
      phone: '',
      mailOk: false,
      emailOk: true,
      address,
    });
  }
  const { total } = await ask(page, 'email.run', { run: RUN });
  await go(page, `/renewals?run=${RUN}`);
  await page.getByRole('button', { name: `Send ${total} e-mails` }).click();
  const panel = page.getByRole('region', { name: 'E-mail' });
  await expect(panel.getByRole('heading')).toHaveText('1 e-mail cut off while sending. Did they arrive?', {
    timeout: 30_000,
  });
  await expect(panel).toContainText(`${total} = ${total - 2} sent + 1 refused + 1 unknown`);
  expect(server.taken()).toHaveLength(total - 1);
  await expectAccessible(page, 'a run with e-mails');
  await panel.getByRole('button', { name: 'Did they arrive?' }).click();
  const dialog = page.getByRole('dialog', { name: `E-mails of run ${RUN}` });
  await dialog.getByRole('button', { name: 'It arrived' }).waitFor();
  await expectAccessible(page, 'the list of e-mails');
  await expectNoSidewaysScroll(page, 'the list of e-mails');
  await answerOpenDialog(desk.app, server.log);
  await dialog.getByRole('button', { name: 'Look in the mail server’s log…' }).click();
  await expect.poll(async () => (await ask(page, 'email.run', { run: RUN })).states.unknown).toBe(0);
  await dialog.getByRole('button', { name: 'Close' }).first().click();
  await expect(panel.getByRole('heading')).toHaveText('The e-mails are out.');
});

test('a pasted report is shown before it is noted', async () => {
  const { page } = desk;
  const [sent] = server.taken().filter(({ address }) => address.startsWith('m'));
  await page.getByRole('button', { name: 'List the e-mails…' }).click();
  await page.getByRole('button', { name: 'Paste a report of failed delivery…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reports of failed delivery' });
  await dialog
    .getByLabel('The report, or several one after the other')
    .fill(
      `Final-Recipient: rfc822; ${sent?.address}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 nobody here\n\nMessage-ID: ${sent?.messageId}\n`,
    );
  await dialog.getByRole('button', { name: 'Read the report' }).click();
  await expect(dialog.getByRole('table')).toContainText('550 nobody here');
  await expectAccessible(page, 'a pasted report');
  await dialog.getByRole('button', { name: 'Note what it says of 1 member' }).click();
  await expect(page.getByText('1 marked: their next notice goes by post.')).toBeVisible();
  await expect.poll(async () => (await ask(page, 'email.run', { run: RUN })).states.bounced).toBe(1);
});
