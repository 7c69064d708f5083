import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentPath } from '../../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../../electron/jobs/work.ts';
import { addDecision, addStep } from '../../../../electron/repositories/audit-writes.ts';
import { destructionLog } from '../../../../electron/repositories/destructions.ts';
import { partById, partsOfCase } from '../../../../electron/repositories/intake-parts.ts';
import { verifyOffice } from '../../../../electron/services/backup/verify.ts';
import { undoPart } from '../../../../electron/services/intake/queue.ts';
import { receiveFile } from '../../../../electron/services/intake/receive.ts';
import { printDestruction } from '../../../../electron/services/intake/retention/certificate.ts';
import { destroyDocuments } from '../../../../electron/services/intake/retention/destroy.ts';
import { dueDocuments, retentionState } from '../../../../electron/services/intake/retention/due.ts';
import { liftHold, placeHold } from '../../../../electron/services/intake/retention/hold.ts';
import { saveManagers } from '../../../../electron/services/managers.ts';
import type { Office } from '../../../../electron/services/office.ts';
import { holdText } from '../../../../shared/domain/retention.ts';
import { addDays, addYears } from '../../../../shared/util/dates.ts';
import { read } from '../../../printing/poppler.ts';
import { TODAY, tempFolder } from '../../../temp-office.ts';
import { auditedOffice } from '../audited-office.ts';
import { oldDocument } from './old-documents.ts';

const page = { offset: 0, limit: 100 };
const names = async (office: Office, held: boolean, today = TODAY) =>
  (await dueDocuments(office, { held, ...page }, today)).rows.map(({ arrivals }) => arrivals[0]?.name);
const destroy = (
  office: Office,
  documents: readonly number[] | null,
  confirmed: number,
  approvedBy = 'Test',
) =>
  destroyDocuments(office, { documents, confirmed, approvedBy, note: 'Minutes 12' }, TODAY, unwatchedWork());
const ok = async (office: Office) =>
  (await verifyOffice(office, unwatchedWork())).checks.filter((one) => !one.ok);

/** Documents of each kind, settled long ago or lately. */
async function office() {
  const made = await auditedOffice(2);
  const [decided, open] = made.audited;
  const longAgo = addYears(TODAY, -7);
  made.office.db.sqlite
    .prepare(
      "UPDATE audit SET outcome = 'compliant', closed_on = ?, selected_on = ?, state = 'decided' WHERE id = ?",
    )
    .run(longAgo, longAgo, decided?.audit);
  const filedTo = (one: typeof decided) =>
    ({
      state: 'filed',
      why: '',
      memberId: one?.memberId ?? 0,
      case: { kind: 'audit', id: one?.audit ?? 0 },
    }) as const;
  const refused = { state: 'refused', why: 'Not accepted', memberId: decided?.memberId ?? 0 } as const;
  const documents = {
    decided: await oldDocument(made.office, 'decided', longAgo, filedTo(decided)),
    open: await oldDocument(made.office, 'open', longAgo, filedTo(open)),
    dismissed: await oldDocument(made.office, 'dismissed', addYears(TODAY, -1), {}),
    lately: await oldDocument(made.office, 'lately', addDays(addYears(TODAY, -1), 1), {}),
    refused: await oldDocument(made.office, 'refused', addYears(TODAY, -2), refused),
  };
  await saveManagers(made.office, ['Test']);
  return { office: made.office, judged: decided, ...documents };
}

test('what is due, by the policy value in force when it was decided; and what stops it', async () => {
  const { office: made, judged, refused, dismissed } = await office();
  expect(await names(made, false)).toEqual(['decided.pdf', 'dismissed.pdf']);
  const held = await dueDocuments(made, { held: true, ...page }, TODAY);
  expect(held.rows.map(({ document, holds }) => [document, holds])).toEqual([
    [refused.document, [{ kind: 'return-letter' }]],
  ]);
  expect(await names(made, false, addDays(TODAY, 1))).toContain('lately.pdf');
  expect((await dueDocuments(made, { held: false, ...page }, TODAY)).rows[0]?.until).toEqual({
    from: addYears(TODAY, -7),
    policy: 'retention-years-decided',
    years: 7,
    confirmed: false,
    dueOn: TODAY,
  });

  made.db.sqlite.prepare("UPDATE audit SET state = 'appealed' WHERE id = ?").run(judged?.audit);
  expect(await names(made, false)).toEqual(['dismissed.pdf']);
  made.db.sqlite.prepare("UPDATE audit SET state = 'decided' WHERE id = ?").run(judged?.audit);
  await expect(
    placeHold(made, { on: { document: dismissed.document }, reason: ' ' }, TODAY),
  ).rejects.toMatchObject({ code: 'reason-missing' });
  const hold = await placeHold(made, { on: { document: dismissed.document }, reason: 'Subpoena 4' }, TODAY);
  await placeHold(made, { on: { memberNo: judged?.memberNo ?? '' }, reason: 'A complaint' }, TODAY);
  expect(await names(made, false)).toEqual([]);
  const stopped = await dueDocuments(made, { held: true, ...page }, TODAY);
  expect(stopped.rows.flatMap(({ holds }) => holds.map(holdText))).toEqual(
    expect.arrayContaining(['Legal hold: Subpoena 4 (Test)', 'Legal hold on the member: A complaint (Test)']),
  );
  await expect(destroy(made, [dismissed.document], 1)).rejects.toMatchObject({ code: 'retention-hold' });
  await liftHold(made, { hold, reason: 'Settled' }, TODAY);
  await expect(liftHold(made, { hold, reason: 'Again' }, TODAY)).rejects.toMatchObject({
    code: 'hold-lifted',
  });
  expect(await names(made, false)).toEqual(['dismissed.pdf']);
});

test('what an appeal is decided by is needed until the letter of the decision is out', async () => {
  const { office: made, judged } = await office();
  const audit = judged?.audit ?? 0;
  await made.act(async (write) => {
    const decision = await addDecision(write, audit, {
      ...{
        outcome: 'compliant',
        decidedOn: TODAY,
        decidedBy: 'Test',
        secondBy: null,
        counted: 30,
        required: 30,
      },
      ...{ citation: 'SC-CCP-3', reason: 'The papers came', reasons: [], reversal: true },
    });
    write.db.sqlite.prepare("UPDATE audit SET state = 'appealed' WHERE id = ?").run(audit);
    await addStep(write, audit, {
      ...{ from: 'appealed', to: 'letter-waiting', on: TODAY, dueOn: null, value: null, note: '' },
      pending: decision,
    });
    write.journal({ action: 'test.decided', subject: 'office', subjectId: 'test', detail: null });
  });
  expect(await names(made, false)).toEqual(['dismissed.pdf']);
  const held = await dueDocuments(made, { held: true, ...page }, TODAY);
  expect(held.rows.find(({ arrivals }) => arrivals[0]?.name === 'decided.pdf')?.holds).toEqual([
    { kind: 'appeal' },
  ]);
});

test('only a manager destroys, what is due and was counted: the bytes go, the row, the hash and the log stay', async () => {
  const { office: made, judged, dismissed, lately } = await office();
  const { sha256 } = dismissed;
  await expect(destroy(made, null, 2, 'Somebody')).rejects.toMatchObject({ code: 'manager-needed' });
  await expect(destroy(made, null, 3)).rejects.toMatchObject({ code: 'count-differs' });
  await expect(destroy(made, [lately.document], 1)).rejects.toMatchObject({ code: 'not-due' });
  expect(existsSync(documentPath(made.folder, sha256))).toBe(true);

  expect(await destroy(made, null, 2)).toEqual({ destruction: 1, documents: 2, bytesKept: 0, left: 0 });
  expect(existsSync(documentPath(made.folder, sha256))).toBe(false);
  expect(await ok(made)).toEqual([]);
  expect(await retentionState(made, TODAY)).toMatchObject({ due: 0, held: 1, destroyed: 2, kept: 3 });
  await expect(destroy(made, null, 2)).rejects.toMatchObject({ code: 'nothing-to-destroy' });
  const { total, rows } = await destructionLog(made.reader, { destruction: null, ...page });
  expect(total).toBe(2);
  expect(rows.find((one) => one.document === dismissed.document)).toMatchObject({
    sha256,
    pages: 1,
    arrivals: [{ name: 'dismissed.pdf', channel: 'chosen', by: 'Test' }],
    parts: [{ state: 'dismissed', pages: 1 }],
    until: { policy: 'retention-years-refused', years: 1, dueOn: TODAY },
    destroyedOn: TODAY,
    actor: 'Test',
    approvedBy: 'Test',
    note: 'Minutes 12',
    goneAt: expect.any(String),
    bytesKeptFor: null,
  });
  const [part] = await partsOfCase(made.reader, { kind: 'audit', id: judged?.audit ?? 0 });
  expect(part).toMatchObject({ destroyed: { on: TODAY, by: 'Test', years: 7 } });
  for (const change of ['UPDATE destroyed_document SET years = 2', 'DELETE FROM destruction'])
    expect(() => made.db.sqlite.exec(change)).toThrow('the destruction log is append-only');

  const certificate = join(tempFolder(), 'certificate.pdf');
  const { sha256: printed } = await printDestruction(made, 1, certificate);
  expect((await printDestruction(made, 1, certificate)).sha256).toBe(printed);
  const text = read('pdftotext', ['-layout', certificate, '-']).replaceAll(/\s+/g, ' ');
  for (const words of [
    'On 22 November 2026 Test destroyed 2 documents of 2 pages, as Test allowed',
    'Backups made before still hold these documents',
    'Note: Minutes 12.',
    'dismissed.pdf',
    sha256.slice(0, 32),
    sha256.slice(32),
  ])
    expect(text).toContain(words);
  await expect(undoPart(made, dismissed.part, TODAY)).rejects.toMatchObject({ code: 'document-destroyed' });

  // Put back by hand, such as from a backup, it is found.
  writeFileSync(documentPath(made.folder, sha256), 'dismissed');
  expect(await ok(made)).toMatchObject([
    { message: expect.stringContaining('the log says that it was destroyed') },
  ]);
});

test('bytes that something else has too stay, and the log says what', async () => {
  const { office: made, dismissed } = await office();
  made.db.sqlite
    .prepare(
      "INSERT INTO paper (kind, subject_id, sha256, issued_on, actor) VALUES ('statement', '1', ?, ?, 'Test')",
    )
    .run(dismissed.sha256, TODAY);
  expect(await destroy(made, [dismissed.document], 1)).toMatchObject({ documents: 1, bytesKept: 1 });
  expect(readFileSync(documentPath(made.folder, dismissed.sha256), 'utf8')).toBe('dismissed');
  const { rows } = await destructionLog(made.reader, { destruction: null, ...page });
  expect(rows[0]?.bytesKeptFor).toBe('the statement of 1');
  expect(await ok(made)).toEqual([]);
});

test('the very same file that comes again after its destruction lives anew, and waits in the queue', async () => {
  const { office: made, dismissed } = await office();
  await destroy(made, [dismissed.document], 1);
  const file = join(tempFolder(), 'again.pdf');
  writeFileSync(file, 'dismissed');
  expect(await receiveFile(made, { file, name: 'again.pdf', channel: 'chosen' }, TODAY)).toMatchObject({
    again: false,
  });
  expect(existsSync(documentPath(made.folder, dismissed.sha256))).toBe(true);
  expect(await partById(made.reader, dismissed.part)).toMatchObject({
    state: 'waiting',
    destroyed: null,
    why: 'It came again after it was destroyed on 22 November 2026.',
  });
  const { rows } = await destructionLog(made.reader, { destruction: null, ...page });
  expect(rows[0]).toMatchObject({ goneAt: expect.any(String), cameAgainAt: expect.any(String) });
  expect(await ok(made)).toEqual([]);
});

test('one that could not be read comes again into the quarantine, where it can be read once more', async () => {
  const { office: made } = await office();
  const unread = await oldDocument(made, 'torn', addYears(TODAY, -1), {}, 'It cannot be read.');
  await destroy(made, [unread.document], 1);
  const file = join(tempFolder(), 'again.pdf');
  writeFileSync(file, 'torn');
  await receiveFile(made, { file, name: 'again.pdf', channel: 'chosen' }, TODAY);
  expect(await partById(made.reader, unread.part)).toMatchObject({ state: 'quarantined', destroyed: null });
});
