import { pagesOf } from '../../shared/domain/audit-covers.ts';
import { isAuditLetter } from '../../shared/domain/audit-letters.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { type Run, sheetContents } from './runs.ts';

/**
 * How many pages each sheet of a run is with its cover sheets, in the order of the sheets, backs not counted; null where each is one
 * page, as in every run but those of the audit.
 */
export async function pagesBySheet(
  db: ReadableDatabase,
  { id, kind, toPrint }: Pick<Run, 'id' | 'kind' | 'toPrint'>,
): Promise<readonly number[] | null> {
  if (kind !== 'audit' && !isAuditLetter(kind)) return null;
  return (await sheetContents(db, id, 1, toPrint)).map(({ content }) => pagesOf(content));
}
