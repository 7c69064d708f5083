import { expect, test } from 'vitest';
import { intakeState, intakeSuggestions } from '../../../electron/services/intake/lists.ts';
import { assignPart, dismissPart, refusePart, undoPart } from '../../../electron/services/intake/queue.ts';
import { saveLimit } from '../../../electron/services/intake/settings.ts';
import { saveManagers } from '../../../electron/services/managers.ts';
import type { Office } from '../../../electron/services/office.ts';
import { TODAY, tempFolder } from '../../temp-office.ts';
import { auditedOffice, take, testReader } from './audited-office.ts';
import { cover, PROOF, writeBatch, writePage } from './pages.ts';

const reader = testReader();

/** A member of the sample without any case. */
function without(office: Office): string {
  const found = office.db.sqlite
    .prepare<[], string>(
      `SELECT m.member_no FROM member m WHERE m.deceased_on IS NULL AND NOT EXISTS (SELECT 1 FROM certification c
       LEFT JOIN audit a ON a.certification_id = c.id LEFT JOIN recertification_application r ON r.certification_id = c.id
       WHERE c.member_id = m.id AND (a.id IS NOT NULL OR r.id IS NOT NULL)) ORDER BY m.id DESC LIMIT 1`,
    )
    .pluck()
    .get();
  if (found === undefined) throw new Error('everyone in the sample has a case');
  return found;
}

const steps = (office: Office, part: number) =>
  office.db.sqlite
    .prepare('SELECT to_state FROM intake_step WHERE part_id = ? ORDER BY id')
    .pluck()
    .all(part);

test('a waiting paper is filed, refused or let in by hand; each is undone by a counter-entry', async () => {
  const { office, audited } = await auditedOffice(1);
  const [one] = audited;
  const [taken] = await take(office, reader, writePage(tempFolder(), 'paper.png', PROOF));
  const part = taken?.parts[0]?.part ?? 0;
  const nobody = without(office);
  const to = (memberNo: string, override: { reason: string; approvedBy: string | null } | null = null) =>
    assignPart(office, { part, memberNo, case: null, override }, TODAY);

  expect(await to(one?.memberNo ?? '')).toMatchObject({
    state: 'filed',
    case: { kind: 'audit', id: one?.audit },
  });
  await expect(to(one?.memberNo ?? '')).rejects.toMatchObject({ code: 'part-settled' });
  expect(await undoPart(office, part, TODAY)).toMatchObject({ state: 'waiting', member: null, case: null });

  await expect(to(nobody)).rejects.toMatchObject({
    code: 'documents-not-accepted',
    message: expect.stringContaining('AMT does not accept documents for review and entry unless'),
  });
  await expect(refusePart(office, { part, memberNo: one?.memberNo ?? '' }, TODAY)).rejects.toMatchObject({
    code: 'case-open',
  });
  expect(await refusePart(office, { part, memberNo: nobody }, TODAY)).toMatchObject({
    state: 'refused',
    returnLetter: true,
  });
  await undoPart(office, part, TODAY);
  expect(await intakeState(office)).toMatchObject({ returnLetters: 0, counts: { waiting: 1, refused: 0 } });

  const letIn = { reason: 'The director asked for it', approvedBy: null };
  await expect(to(nobody, letIn)).rejects.toMatchObject({ code: 'manager-needed' });
  await saveManagers(office, ['Test']);
  await expect(to(nobody, { ...letIn, reason: ' ' })).rejects.toMatchObject({ code: 'reason-missing' });
  expect(await to(nobody, letIn)).toMatchObject({ state: 'filed', case: null, allowedBy: 'Test' });
  await undoPart(office, part, TODAY);
  await dismissPart(office, { part, reason: 'An advertisement' }, TODAY);
  await undoPart(office, part, TODAY);
  await expect(undoPart(office, part, TODAY)).rejects.toMatchObject({ code: 'part-waiting' });
  expect(steps(office, part)).toEqual([
    'waiting',
    'filed',
    'waiting',
    'refused',
    'waiting',
    'filed',
    'waiting',
    'dismissed',
    'waiting',
  ]);
}, 30_000);

test('a waiting part suggests the member whose number the file’s name has, then those beside it', async () => {
  const { office, audited } = await auditedOffice(2);
  const [a, b] = audited;
  const file = await writeBatch(tempFolder(), `${b?.memberNo} proof.pdf`, [PROOF, cover(a?.audit ?? 0)]);
  const [taken] = await take(office, reader, file);
  const found = await intakeSuggestions(office, taken?.parts[0]?.part ?? 0);
  expect(found.map(({ memberNo, because }) => [memberNo, because])).toEqual([
    [b?.memberNo, 'the number in the file’s name'],
    [a?.memberNo, 'the pages behind it'],
  ]);
  expect(found[0]?.cases).toMatchObject([{ kind: 'audit', id: b?.audit }]);
}, 30_000);

test('files beyond the office’s limit, empty and missing ones are refused in a sentence and not kept', async () => {
  const { office } = await auditedOffice(1);
  await saveLimit(office, 1);
  const folder = tempFolder();
  const { writeFileSync } = await import('node:fs');
  const [large, empty] = [`${folder}/large.pdf`, `${folder}/empty.pdf`];
  writeFileSync(large, Buffer.alloc(1_200_000, 65));
  writeFileSync(empty, '');
  const taken = await take(office, reader, large, empty, `${folder}/none.pdf`);
  expect(taken.map(({ outcome, reason }) => `${outcome}: ${reason}`)).toEqual([
    'refused: The file has 1.2 MB, more than the 1 MB that are taken in: scan it at 300 dpi in grey, or raise the limit.',
    'refused: The file is empty.',
    'refused: There is no such file, or it may not be read.',
  ]);
  await expect(saveLimit(office, 0)).rejects.toMatchObject({ code: 'limit-impossible' });
});
