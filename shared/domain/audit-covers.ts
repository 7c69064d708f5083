import { findingPagesOf } from './finding-pages.ts';
import type { AuditedActivity, LineAudit, NoticeLine, NoticeSheet } from './notice.ts';

/** A cover sheet that goes with an audit notice. */
export interface CoverSheet {
  readonly line: NoticeLine;
  readonly audit: LineAudit;
  /** What the papers behind it prove; null = the case as a whole. */
  readonly activity: AuditedActivity | null;
}

/** The cover sheets of a notice in their order: for each audit its own, then one for each activity. None for other notices. */
export function coverSheetsOf({ lines }: Pick<NoticeSheet, 'lines'>): readonly CoverSheet[] {
  return lines.flatMap((line) => {
    const { audit } = line;
    if (audit === undefined) return [];
    return [null, ...audit.activities].map((activity) => ({ line, audit, activity }));
  });
}

/** How many pages a notice is with its list of findings and its cover sheets, backs not counted. */
export function pagesOf(sheet: Pick<NoticeSheet, 'lines'>): number {
  return 1 + findingPagesOf(sheet).length + coverSheetsOf(sheet).length;
}
