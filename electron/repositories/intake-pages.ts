import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { PartState } from '../../shared/domain/intake.ts';
import {
  type ArrangementStep,
  type Leaf,
  type PageStep,
  type Quarters,
  scannedLeaves,
} from '../../shared/domain/page-order.ts';
import type { Reading } from '../db/reading.ts';
import type { Write } from '../db/transaction.ts';

/** A part of a document, those without pages included. */
export interface PartPages {
  readonly part: number;
  readonly state: PartState;
  readonly why: string;
  readonly memberId: number | null;
  readonly leaves: readonly Leaf[];
}

/** Every part of a document in their order. */
export async function pagesOfDocument(db: Reading, document: number): Promise<readonly PartPages[]> {
  const rows = await db.kysely
    .selectFrom('intake_part')
    .select(['id', 'state', 'why', 'member_id', 'leaves', 'first_page', 'last_page'])
    .where('document_id', '=', document)
    .orderBy('place')
    .orderBy('first_page')
    .execute();
  return rows.map((row) => ({
    part: row.id,
    state: row.state,
    why: row.why,
    memberId: row.member_id,
    leaves: leavesOf(row),
  }));
}

/** The pages of a part as its row has them. */
export function leavesOf(row: {
  readonly leaves: string | null;
  readonly first_page: number;
  readonly last_page: number;
}): readonly Leaf[] {
  return row.leaves === null ? scannedLeaves(row.first_page, row.last_page) : parseLeaves(row.leaves);
}

/** Gives a part its pages and its place among the parts of its document. */
export async function placeLeaves(
  write: Write,
  part: number,
  place: number,
  leaves: readonly Leaf[],
): Promise<void> {
  const pages = leaves.map(({ page }) => page);
  await write.kysely
    .updateTable('intake_part')
    .set({ place, leaves: leavesText(leaves), first_page: Math.min(...pages), last_page: Math.max(...pages) })
    .where('id', '=', part)
    .execute();
}

/** Leaves a part without pages, or gives it back to the queue with some: its member and why it waits stay as they are. */
export async function markJoined(write: Write, part: number, joined: boolean): Promise<void> {
  await write.kysely
    .updateTable('intake_part')
    .set(joined ? { state: 'joined', leaves: '[]' } : { state: 'waiting', leaves: null })
    .where('id', '=', part)
    .execute();
}

/** The pages of a document, part by part, as a step found or left them. */
export type Arrangement = readonly { readonly part: number; readonly leaves: readonly Leaf[] }[];

/** A step of the trail. */
export interface ArrangementOnRecord {
  readonly id: number;
  readonly step: ArrangementStep;
  readonly of: number | null;
  readonly page: number;
  readonly before: Arrangement;
  readonly after: Arrangement;
}

/** Every step that put the pages of a document in order, the first one first. */
export async function arrangementsOf(db: Reading, document: number): Promise<readonly ArrangementOnRecord[]> {
  const rows = await db.kysely
    .selectFrom('intake_arrangement')
    .select(['id', 'step', 'of_id as of', 'page', 'before', 'after'])
    .where('document_id', '=', document)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    before: parseArrangement(row.before),
    after: parseArrangement(row.after),
  }));
}

/** Adds a step to the trail. */
export async function addArrangement(
  write: Write,
  document: number,
  {
    step,
    of,
    page,
    before,
    after,
  }: Pick<ArrangementOnRecord, 'step' | 'of' | 'before' | 'after'> & Pick<PageStep, 'page'>,
  on: CalendarDate,
): Promise<void> {
  await write.kysely
    .insertInto('intake_arrangement')
    .values({
      document_id: document,
      step,
      page,
      of_id: of,
      before: arrangementText(before),
      after: arrangementText(after),
      taken_on: on,
      actor: write.actor.name,
      at: write.actor.at,
    })
    .execute();
}

type Pair = readonly [page: number, quarters: Quarters];

const toPairs = (leaves: readonly Leaf[]): readonly Pair[] =>
  leaves.map(({ page, quarters }) => [page, quarters]);
const fromPairs = (pairs: readonly Pair[]): readonly Leaf[] =>
  pairs.map(([page, quarters]) => ({ page, quarters }));

function leavesText(leaves: readonly Leaf[]): string {
  return JSON.stringify(toPairs(leaves));
}

function parseLeaves(text: string): readonly Leaf[] {
  // Written by leavesText.
  return fromPairs(JSON.parse(text) as readonly Pair[]);
}

function arrangementText(parts: Arrangement): string {
  return JSON.stringify(parts.map(({ part, leaves }) => [part, toPairs(leaves)]));
}

function parseArrangement(text: string): Arrangement {
  // Written by arrangementText.
  const parts = JSON.parse(text) as readonly (readonly [number, readonly Pair[]])[];
  return parts.map(([part, pairs]) => ({ part, leaves: fromPairs(pairs) }));
}
