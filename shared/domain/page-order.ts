import type { IntakePart } from './intake.ts';

/** Quarter turns clockwise by which a page is shown; the stored file stays as it came. */
export type Quarters = 0 | 1 | 2 | 3;

/** A page of a document in a part of it. */
export interface Leaf {
  /** From 1, as the document has it. */
  readonly page: number;
  readonly quarters: Quarters;
}

/** What is done to the pages of a document by hand. */
export type PageStep =
  /** A new part begins behind the page. */
  | { readonly does: 'split'; readonly page: number }
  /** The part of the page and the next one become one. */
  | { readonly does: 'join'; readonly page: number }
  /** The page goes into a part, to a place from 0 among the part's other pages. */
  | { readonly does: 'move'; readonly page: number; readonly part: number; readonly place: number }
  | { readonly does: 'turn'; readonly page: number; readonly clockwise: boolean }
  /** The page becomes a part of its own, behind the one that it was in. */
  | { readonly does: 'take-out'; readonly page: number };

/** As the trail names it. */
export type ArrangementStep = PageStep['does'] | 'undo' | 'redo';

/** All pages of a document, part by part. */
export interface DocumentPages {
  readonly document: number;
  readonly parts: readonly IntakePart[];
  /** What can be taken back, and done again; null = nothing. */
  readonly undo: PageStep['does'] | null;
  readonly redo: PageStep['does'] | null;
}

/** The pages from first to last as they were scanned. */
export function scannedLeaves(first: number, last: number): readonly Leaf[] {
  return Array.from({ length: last - first + 1 }, (_, at) => ({ page: first + at, quarters: 0 }));
}

/** Where a page goes that moves by one place, over the border of its part too; null at either end of the document. */
export function placeBeside(
  parts: readonly Pick<IntakePart, 'part' | 'leaves'>[],
  page: number,
  by: 1 | -1,
): Extract<PageStep, { does: 'move' }> | null {
  const at = parts.findIndex(({ leaves }) => leaves.some((leaf) => leaf.page === page));
  const own = parts[at];
  if (own === undefined) return null;
  const place = own.leaves.findIndex((leaf) => leaf.page === page) + by;
  if (place >= 0 && place < own.leaves.length) return { does: 'move', page, part: own.part, place };
  const beside = parts[at + by];
  if (beside === undefined) return null;
  return { does: 'move', page, part: beside.part, place: by === 1 ? 0 : beside.leaves.length };
}
