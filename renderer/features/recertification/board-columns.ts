import type { ApplicationSummary } from '../../../shared/domain/recertification.ts';
import { type RecertificationStatus, stepsFrom } from '../../../shared/domain/recertification-steps.ts';

/** A column of the board: the statuses whose applications stand in it, in order. */
export interface BoardColumn {
  readonly id: string;
  readonly title: string;
  readonly statuses: readonly RecertificationStatus[];
}

/** The board from left to right. What is closed is in the list; a card leaves by the last column. */
export const BOARD_COLUMNS: readonly BoardColumn[] = [
  { id: 'received', title: 'Received', statuses: ['received'] },
  { id: 'incomplete', title: 'Incomplete', statuses: ['incomplete'] },
  { id: 'under-review', title: 'Under review', statuses: ['under-review'] },
  { id: 'approved', title: 'Approved', statuses: ['approved'] },
  { id: 'exam', title: 'Exam', statuses: ['authorised', 'scheduled', 'failed'] },
  { id: 'passed', title: 'Passed', statuses: ['passed'] },
  { id: 'closed', title: 'Closed', statuses: ['badge', 'denied', 'withdrawn'] },
];

/** The columns with their cards, those that have stood there longest first. */
export function boardOf(
  applications: readonly ApplicationSummary[],
): readonly (BoardColumn & { readonly cards: readonly ApplicationSummary[] })[] {
  return BOARD_COLUMNS.map((column) => ({
    ...column,
    cards: applications
      .filter(({ status }) => column.statuses.includes(status))
      .toSorted((a, b) => a.sinceOn.localeCompare(b.sinceOn) || a.application - b.application),
  }));
}

/** What dropping a card on a column would make of it: the first of the column's statuses that may come next; null where none may. */
export function statusOnDrop(
  { status, route }: Pick<ApplicationSummary, 'status' | 'route'>,
  column: BoardColumn,
): RecertificationStatus | null {
  return stepsFrom(status, route).find((next) => column.statuses.includes(next)) ?? null;
}

/** Where an arrow key leads among the cards: column and place; null where there is nothing that way. */
export function cardBeside(
  counts: readonly number[],
  at: { readonly column: number; readonly row: number },
  key: string,
): { readonly column: number; readonly row: number } | null {
  if (key === 'ArrowUp') return at.row > 0 ? { ...at, row: at.row - 1 } : null;
  if (key === 'ArrowDown') return at.row + 1 < (counts[at.column] ?? 0) ? { ...at, row: at.row + 1 } : null;
  const way = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (way === 0) return null;
  for (let column = at.column + way; column >= 0 && column < counts.length; column += way) {
    const count = counts[column] ?? 0;
    if (count > 0) return { column, row: Math.min(at.row, count - 1) };
  }
  return null;
}
