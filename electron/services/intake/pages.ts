import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ArrangementStep, DocumentPages, PageStep } from '../../../shared/domain/page-order.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Reading } from '../../db/reading.ts';
import type { Write } from '../../db/transaction.ts';
import { documentById } from '../../repositories/intake-documents.ts';
import {
  type Arrangement,
  addArrangement,
  arrangementsOf,
  markJoined,
  type PartPages,
  pagesOfDocument,
  placeLeaves,
} from '../../repositories/intake-pages.ts';
import { addPart, partsOfDocument } from '../../repositories/intake-parts.ts';
import { type ArrangedPart, arrange } from '../../rules/intake/arrange.ts';
import { stepsBack } from '../../rules/intake/steps-back.ts';
import type { Office, OfficeView } from '../office.ts';
import { readableIn } from '../restand.ts';

/** All pages of a document, part by part. @throws StandingError `document-unknown` */
export async function documentPages(
  view: Pick<OfficeView, 'reader'>,
  document: number,
): Promise<DocumentPages> {
  await existing(view.reader, document);
  const trail = await arrangementsOf(view.reader, document);
  const back = stepsBack(trail);
  const doneBy = (id: number | null): PageStep['does'] | null => {
    const step = trail.find((one) => one.id === id)?.step;
    return step === undefined || step === 'undo' || step === 'redo' ? null : step;
  };
  return {
    document,
    parts: await partsOfDocument(view.reader, document),
    undo: doneBy(back.undo),
    redo: doneBy(back.redo),
  };
}

/**
 * Does one step with the pages of a document that wait; the stored file stays as it came.
 * @throws StandingError `document-unknown`, `step-impossible`, `part-settled`
 */
export function arrangePages(
  office: Office,
  { document, step }: { readonly document: number; readonly step: PageStep },
  on: CalendarDate,
): Promise<DocumentPages> {
  return office.act(async (write) => {
    const parts = await partsNow(write, document);
    const after = arrange(
      parts.filter(({ state }) => state !== 'joined'),
      step,
    );
    if (after === null)
      throw new StandingError(
        'step-impossible',
        `Page ${step.page} cannot be ${DONE[step.does]} here.`,
        'Look at the pages as they are now.',
      );
    return put(write, document, parts, after, { step: step.does, of: null, page: step.page }, on);
  });
}

const DONE = {
  split: 'split off behind',
  join: 'joined with what follows',
  move: 'moved there',
  turn: 'turned',
  'take-out': 'taken out',
} as const;

/**
 * Takes back the last step that was done with the pages of a document, or does again the one that was taken back last, by a counter-entry.
 * @throws StandingError `document-unknown`, `nothing-to-undo`, `part-settled`
 */
export function arrangeBack(
  office: Office,
  { document, which }: { readonly document: number; readonly which: 'undo' | 'redo' },
  on: CalendarDate,
): Promise<DocumentPages> {
  return office.act(async (write) => {
    const parts = await partsNow(write, document);
    const trail = await arrangementsOf(readableIn(write), document);
    const of = stepsBack(trail)[which];
    const step = trail.find(({ id }) => id === of);
    if (step === undefined)
      throw new StandingError(
        'nothing-to-undo',
        which === 'undo'
          ? 'No step with these pages is left to take back.'
          : 'No step with these pages was taken back.',
      );
    const after = which === 'undo' ? step.before : step.after;
    return put(write, document, parts, after, { step: which, of: step.id, page: step.page }, on);
  });
}

async function put(
  write: Write,
  document: number,
  parts: readonly PartPages[],
  target: readonly ArrangedPart[],
  { step, of, page }: { readonly step: ArrangementStep; readonly of: number | null; readonly page: number },
  on: CalendarDate,
): Promise<DocumentPages> {
  const changed = parts.filter(
    ({ part, leaves }) =>
      !same(leaves, target.find((one) => one.part === part)?.leaves ?? []) && leaves.length > 0,
  );
  const settled = changed.find(({ state }) => state !== 'waiting');
  if (settled !== undefined)
    throw new StandingError(
      'part-settled',
      `The part with page ${settled.leaves[0]?.page ?? 1} is ${settled.state} already.`,
      'Put it back into the queue first.',
    );
  // A new part waits for the reason and with the member of the pages that it comes from.
  const origin = changed[0];
  const after: { part: number; leaves: ArrangedPart['leaves'] }[] = [];
  for (const [place, { part, leaves }] of target.entries()) {
    const pages = leaves.map((leaf) => leaf.page);
    const range = { document, firstPage: Math.min(...pages), lastPage: Math.max(...pages) };
    const id = part ?? (await addPart(write, range, waitingLike(origin), on));
    if (parts.find((one) => one.part === id)?.state === 'joined') await markJoined(write, id, false);
    await placeLeaves(write, id, place, leaves);
    after.push({ part: id, leaves });
  }
  for (const { part, state } of parts)
    if (state !== 'joined' && !after.some((one) => one.part === part)) await markJoined(write, part, true);
  const before = parts
    .filter(({ state }) => state !== 'joined')
    .map(({ part, leaves }) => ({ part, leaves }));
  await addArrangement(write, document, { step, of, page, before, after }, on);
  const db = readableIn(write);
  const { sha256 } = await existing(db, document);
  write.journal({
    action: `intake.pages-${PAST[step]}`,
    subject: 'document',
    subjectId: sha256,
    detail: { page, before: told(before), after: told(after) },
  });
  return documentPages({ reader: db }, document);
}

const PAST: Readonly<Record<ArrangementStep, string>> = {
  split: 'split',
  join: 'joined',
  move: 'moved',
  turn: 'turned',
  'take-out': 'taken-out',
  undo: 'put-back',
  redo: 'done-again',
};

function waitingLike(origin: PartPages | undefined) {
  return {
    state: 'waiting',
    why: origin?.why ?? 'It was split off by hand.',
    memberId: origin?.memberId ?? null,
    case: null,
    activity: null,
    allowedBy: null,
  } as const;
}

/** `["1 2", "3r1"]`: the pages of each part, a turned one with its quarter turns. */
function told(parts: Arrangement): readonly string[] {
  return parts.map(({ leaves }) =>
    leaves.map(({ page, quarters }) => (quarters === 0 ? `${page}` : `${page}r${quarters}`)).join(' '),
  );
}

function same(a: ArrangedPart['leaves'], b: ArrangedPart['leaves']): boolean {
  return (
    a.length === b.length &&
    a.every(({ page, quarters }, at) => page === b[at]?.page && quarters === b[at]?.quarters)
  );
}

async function partsNow(write: Write, document: number): Promise<readonly PartPages[]> {
  const db = readableIn(write);
  await existing(db, document);
  return pagesOfDocument(db, document);
}

async function existing(db: Reading, document: number) {
  const found = await documentById(db, document);
  if (found === null) throw new StandingError('document-unknown', `There is no document ${document}.`);
  return found;
}
