import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { saveMailSettings } from '../../../electron/services/email/settings.ts';
import type { Office } from '../../../electron/services/office.ts';
import { emailPaper } from '../../../electron/services/reports/email-paper.ts';
import { memberPapers, previewPaper } from '../../../electron/services/reports/papers.ts';
import type { MemberPaperRequest } from '../../../shared/domain/papers.ts';
import { LOGIN, type MailServer, settingsFor, startServer } from '../../mail/start-server.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

let root = '';
let server: MailServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'standing-papers-'));
  server = await startServer(root);
});
afterAll(async () => {
  await server.stop();
  rmSync(root, { recursive: true, force: true });
});

const ROSA = '700412';
const STATEMENT: MemberPaperRequest = {
  kind: 'statement',
  memberNo: ROSA,
  from: '2025-01-01',
  to: TODAY,
};

/** An office whose Rosa has this address. */
async function office(address: string): Promise<Office> {
  const made = await sampleOffice(60);
  made.db.sqlite.prepare('UPDATE member SET email = ?, email_ok = 1 WHERE member_no = ?').run(address, ROSA);
  await saveMailSettings(made, settingsFor(server.port));
  return made;
}

const send = (to: Office, paper: MemberPaperRequest = STATEMENT) =>
  emailPaper(to, { paper, folder: null, password: LOGIN.password, silence: 3000 }, unwatchedWork());
const takenFor = (address: string) => server.taken().filter((message) => message.address === address);

function newestPayment(of: Office): number {
  return Number(
    of.db.sqlite
      .prepare(
        `SELECT max(p.id) FROM payment p JOIN certification c ON c.id = p.certification_id
           JOIN member m ON m.id = c.member_id WHERE m.member_no = ?`,
      )
      .pluck()
      .get(ROSA),
  );
}

test('a receipt and a statement arrive once, with the very PDF that is kept and the words of it', async () => {
  const made = await office('rosa@members.example');
  for (const paper of [STATEMENT, { kind: 'receipt', payment: newestPayment(made) } as const]) {
    const before = takenFor('rosa@members.example').length;
    const shown = await previewPaper(made, paper);
    expect(shown.email).toEqual({ address: 'rosa@members.example', whyNot: null });
    expect(await send(made, paper)).toMatchObject({ state: 'sent', address: 'rosa@members.example' });
    const taken = takenFor('rosa@members.example');
    expect(taken).toHaveLength(before + 1);
    const text = taken.at(-1)?.text ?? '';
    expect(text).toMatch(
      /^List-Unsubscribe:\s+<mailto:office@standing\.example\?subject=unsubscribe%20700412>/m,
    );
    expect(text).toContain(shown.title.slice(0, 20));
    const attached = /filename="?([^"\r]+\.pdf)"?[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(text);
    expect(attached?.[1]).toBe(shown.fileName);
    const pdf = Buffer.from(attached?.[2] ?? '', 'base64');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const kept = made.db.sqlite
      .prepare<[], string>('SELECT sha256 FROM paper ORDER BY id DESC')
      .pluck()
      .get();
    expect(readFileSync(documentPath(made.folder, kept ?? '')).equals(pdf)).toBe(true);
  }
  const papers = await memberPapers(made, ROSA);
  expect(papers.map(({ kind, emails }) => [kind, emails.map(({ state }) => state)])).toEqual([
    ['receipt', ['sent']],
    ['statement', ['sent']],
  ]);
  expect(await verifyOffice(made, unwatchedWork())).toMatchObject({ ok: true });
});

test.each([
  ['refused.rosa@members.example', 'refused', '550 5.1.1'],
  ['spam.rosa@members.example', 'refused', '554 5.6.0'],
  ['grey.rosa@members.example', 'refused', '451 4.7.1'],
  ['cut-data.rosa@members.example', 'refused', ''],
  ['cut-after.rosa@members.example', 'unknown', ''],
] as const)('%s ends as %s, which stays on record', async (address, state, answer) => {
  const made = await office(address);
  const report = await send(made);
  expect(report.state).toBe(state);
  expect(report.outcome).toContain(answer);
  expect(takenFor(address)).toHaveLength(state === 'unknown' ? 1 : 0);
  const [paper] = await memberPapers(made, ROSA);
  expect(paper?.emails).toEqual([{ address, state, outcome: report.outcome }]);
  const bad = made.db.sqlite
    .prepare('SELECT email_bad_reason FROM member WHERE member_no = ?')
    .pluck()
    .get(ROSA);
  expect(bad === null).toBe(!address.startsWith('refused'));
});

test('a folder gets the whole message; who cannot be e-mailed is refused, and nothing is noted', async () => {
  const made = await office('rosa@members.example');
  const folder = tempFolder();
  const { file } = await emailPaper(made, { paper: STATEMENT, folder, password: null }, unwatchedWork());
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([file]);
  expect(readFileSync(file ?? '', 'utf8')).toContain('application/pdf');
  made.db.sqlite.prepare('UPDATE member SET email_ok = 0 WHERE member_no = ?').run(ROSA);
  await expect(send(made)).rejects.toMatchObject({
    code: 'email-not-possible',
    message: expect.stringContaining('asked for no e-mail'),
  });
  expect(await memberPapers(made, ROSA)).toHaveLength(1);
});
