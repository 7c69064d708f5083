import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';
import type { LineCase, NoticeSheet } from '../../../shared/domain/notice.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';

/** Fields of the letters of the audit desk. */
export const CASE_FIELDS = {
  'asked.for': (sheet: NoticeSheet) => caseOf(sheet)?.said ?? '',
  'points.shown': (sheet: NoticeSheet) => String(caseOf(sheet)?.shown ?? 0),
  'points.missing': (sheet: NoticeSheet) => String(sheet.lines[0]?.pointsOutstanding ?? 0),
  'decision.date': (sheet: NoticeSheet) => displayDate(caseOf(sheet)?.on ?? sheet.dated),
  'decision.reason': (sheet: NoticeSheet) => caseOf(sheet)?.said ?? '',
  'arrived.date': (sheet: NoticeSheet) => displayDate(caseOf(sheet)?.on ?? sheet.dated),
  'appeal.last-day': (sheet: NoticeSheet) => displayDate(caseOf(sheet)?.appealBy ?? sheet.dated),
} as const;

export type CaseField = keyof typeof CASE_FIELDS;

const CYCLE = ['cycle.start', 'cycle.end', 'certification.names'] as const;
const SHOWN = ['points.required', 'points.shown', 'points.missing'] as const;

/** The fields that a letter of the audit desk may name. */
export function caseFieldsOf(kind: AuditLetterKind) {
  switch (kind) {
    case 'audit-received':
      return [...CYCLE, 'points.required', 'arrived.date'] as const;
    case 'audit-more-asked':
      return [...CYCLE, ...SHOWN, 'due.date', 'asked.for'] as const;
    case 'audit-extension':
      return [...CYCLE, 'points.required', 'due.date'] as const;
    case 'audit-compliant':
      return [...CYCLE, 'points.required', 'points.shown', 'decision.date'] as const;
    case 'audit-non-compliant':
      return [...CYCLE, ...SHOWN, 'decision.date', 'appeal.last-day'] as const;
    case 'audit-appeal-received':
      return [...CYCLE, 'arrived.date', 'due.date'] as const;
    case 'audit-appeal-decision':
      return [...CYCLE, ...SHOWN, 'decision.date', 'decision.reason', 'appeal.last-day'] as const;
    default:
      return assertNever(kind);
  }
}

function caseOf({ lines }: NoticeSheet): LineCase | undefined {
  return lines[0]?.case;
}
