import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { caseView } from '../../../electron/services/audit/desk/view.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import { intakeParts, intakeState } from '../../../electron/services/intake/lists.ts';
import { arrangeBack, arrangePages, documentPages } from '../../../electron/services/intake/pages.ts';
import { assignPart, undoPart } from '../../../electron/services/intake/queue.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { DocumentPages, PageStep } from '../../../shared/domain/page-order.ts';
import { TODAY, tempFolder } from '../../temp-office.ts';
import { type Audited, auditedOffice, take, testReader } from './audited-office.ts';
import { PROOF, writeBatch } from './pages.ts';

const reader = testReader();

/** `1 2’ | 3 filed`: the parts of a document in their order. */
function told({ parts }: Pick<DocumentPages, 'parts'>): string {
  return parts
    .map(({ leaves, state }) => {
      const pages = leaves.map(({ page, quarters }) => `${page}${'’'.repeat(quarters)}`).join(' ');
      return state === 'waiting' ? pages : `${pages} ${state}`;
    })
    .join(' | ');
}

/** A scan of four pages without a code, in the queue as one part. */
async function waitingScan(): Promise<{
  readonly office: Office;
  readonly audited: readonly Audited[];
  readonly document: number;
  readonly file: string;
  readonly arrange: (step: PageStep) => Promise<string>;
  readonly back: (which: 'undo' | 'redo') => Promise<string>;
}> {
  const { office, audited } = await auditedOffice(2);
  const file = await writeBatch(tempFolder(), 'scan.pdf', [PROOF, PROOF, PROOF, PROOF]);
  await take(office, reader, file);
  const { rows } = await intakeParts(office, { state: 'waiting', offset: 0, limit: 9 });
  const document = rows[0]?.document ?? 0;
  return {
    office,
    audited,
    document,
    file,
    arrange: async (step) => told(await arrangePages(office, { document, step }, TODAY)),
    back: async (which) => told(await arrangeBack(office, { document, which }, TODAY)),
  };
}

test('pages are split, taken out, turned and put in another order, each step taken back and done again; the file stays as it came', async () => {
  const { office, document, file, arrange, back } = await waitingScan();
  const first = async () => (await documentPages(office, document)).parts[0]?.part ?? 0;
  expect(await arrange({ does: 'split', page: 2 })).toBe('1 2 | 3 4');
  expect(await arrange({ does: 'turn', page: 3, clockwise: true })).toBe('1 2 | 3’ 4');
  expect(await arrange({ does: 'take-out', page: 1 })).toBe('2 | 1 | 3’ 4');
  expect(await arrange({ does: 'move', page: 4, part: await first(), place: 0 })).toBe('4 2 | 1 | 3’');
  expect(await arrange({ does: 'move', page: 1, part: await first(), place: 2 })).toBe('4 2 1 | 3’');
  expect(await arrange({ does: 'join', page: 2 })).toBe('4 2 1 3’');
  expect(await intakeState(office)).toMatchObject({ counts: { waiting: 1 } });
  const states = ['4 2 1 | 3’', '4 2 | 1 | 3’', '2 | 1 | 3’ 4', '1 2 | 3’ 4', '1 2 | 3 4', '1 2 3 4'];
  for (const state of states) expect(await back('undo')).toBe(state);
  await expect(back('undo')).rejects.toMatchObject({ code: 'nothing-to-undo' });
  for (const state of [...states.toReversed().slice(1), '4 2 1 3’']) expect(await back('redo')).toBe(state);
  await expect(back('redo')).rejects.toMatchObject({ code: 'nothing-to-undo' });
  expect(await back('undo')).toBe('4 2 1 | 3’');
  expect(await arrange({ does: 'turn', page: 2, clockwise: false })).toBe('4 2’’’ 1 | 3’');
  expect(await documentPages(office, document)).toMatchObject({ undo: 'turn', redo: null });
  await expect(arrange({ does: 'join', page: 3 })).rejects.toMatchObject({ code: 'step-impossible' });

  const { parts } = await documentPages(office, document);
  expect(readFileSync(documentPath(office.folder, parts[0]?.sha256 ?? ''))).toEqual(readFileSync(file));
  const steps = office.db.sqlite.prepare('SELECT count(*) FROM intake_arrangement').pluck().get();
  const journal = office.db.sqlite
    .prepare("SELECT count(*) FROM journal WHERE action LIKE 'intake.pages-%'")
    .pluck()
    .get();
  expect([steps, journal]).toEqual([20, 20]);
  expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
}, 30_000);

test('each part is filed by itself; what is filed is not touched until it is put back, with the reason', async () => {
  const { office, audited, document, arrange } = await waitingScan();
  const [a, b] = audited;
  await arrange({ does: 'split', page: 2 });
  await arrange({ does: 'turn', page: 2, clockwise: false });
  const place = async (at: number) => (await documentPages(office, document)).parts[at]?.part ?? 0;
  await arrange({ does: 'move', page: 2, part: await place(0), place: 0 });
  const file = (part: number, memberNo: string | undefined, activity: number | null = null) =>
    assignPart(office, { part, memberNo: memberNo ?? '', case: null, activity, override: null }, TODAY);
  const activity = activityOf(office, a?.memberId ?? 0);
  await expect(file(await place(0), b?.memberNo, activity)).rejects.toMatchObject({
    code: 'activity-unknown',
  });
  expect(await file(await place(0), a?.memberNo, activity)).toMatchObject({
    state: 'filed',
    case: { id: a?.audit },
  });
  await file(await place(1), b?.memberNo);
  expect(told(await documentPages(office, document))).toBe('2’’’ 1 filed | 3 4 filed');

  const { documents } = await caseView(office, a?.audit ?? 0, TODAY);
  expect(documents.map(({ leaves }) => leaves)).toEqual([
    [
      { page: 2, quarters: 3 },
      { page: 1, quarters: 0 },
    ],
  ]);
  for (const step of [
    { does: 'split', page: 2 },
    { does: 'join', page: 1 },
    { does: 'move', page: 3, part: await place(0), place: 0 },
  ] as const)
    await expect(arrange(step), step.does).rejects.toMatchObject({ code: 'part-settled' });
  await expect(arrangeBack(office, { document, which: 'undo' }, TODAY)).rejects.toMatchObject({
    code: 'part-settled',
  });
  const back = await undoPart(office, await place(1), TODAY, 'Page 3 is of somebody else');
  expect(back.why).toMatch(/^Test put it back \(Page 3 is of somebody else\); it was filed to the audit of /);
  expect(await arrange({ does: 'split', page: 3 })).toBe('2’’’ 1 filed | 3 | 4');
});

function activityOf(office: Office, memberId: number): number {
  return (
    office.db.sqlite
      .prepare<[number], number>('SELECT id FROM activity WHERE member_id = ? LIMIT 1')
      .pluck()
      .get(memberId) ?? 0
  );
}
