import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { StepKind } from '../../../shared/domain/notice-schedule.ts';
import type { SelectedAudit } from '../../../shared/domain/selected-audit.ts';
import type { SettledFee } from '../../../shared/domain/settled-fee.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import type { Decision } from '../decision.ts';
import { auditNotices } from './audit.ts';
import { ccpNotice } from './ccp.ts';
import { finalNotice } from './final.ts';
import { lapseNotice } from './lapse.ts';
import type { Notice } from './notice.ts';
import { pastDueNotice } from './past-due.ts';
import { receiptNotices } from './receipt.ts';
import { reminderNotice } from './reminder.ts';
import { renewalNotice } from './renewal.ts';

/** Rows that some kinds of notices tell of, of one certification. */
export interface NoticeRows {
  /** Its fees that were settled in the month; a receipt tells of them. */
  readonly settled?: readonly SettledFee[];
  /** Its audits; an audit notice tells of them. */
  readonly audits?: readonly SelectedAudit[];
}

/**
 * What a kind of notice tells about a certification in the run of a month, by the facts of the decision's date; nothing where it is not
 * for that month or has nothing to ask. It may be too late to send it by then: see `isTimely`.
 * @param month `YYYY-MM`: in which the fee's anniversary lies; the cycle ends (CCP); the certification lapses (final) or lapsed (lapse); it was paid (receipt);
 * the audit selected it (audit)
 * @param day the step's day: who had lapsed by then is past such a notice
 */
export function noticesIn(
  kind: StepKind,
  month: string,
  decision: Decision,
  day: CalendarDate,
  { settled = [], audits = [] }: NoticeRows,
): readonly Notice[] {
  if (kind === 'receipt') return receiptNotices(month, decision, settled, day);
  if (kind === 'audit') return auditNotices(month, decision, audits);
  const notice = noticeIn(kind, month, decision, day);
  return notice === null ? [] : [notice];
}

/** The same for the kinds that tell of one thing at most. */
function noticeIn(
  kind: Exclude<StepKind, 'receipt' | 'audit'>,
  month: string,
  decision: Decision,
  day: CalendarDate,
): Notice | null {
  switch (kind) {
    case 'renewal':
      return renewalNotice(month, decision, day);
    case 'reminder':
      return reminderNotice(month, decision, day);
    case 'past-due':
      return pastDueNotice(month, decision, day);
    case 'final':
      return finalNotice(month, decision, day);
    case 'ccp':
      return ccpNotice(month, decision, day);
    case 'lapse':
      return lapseNotice(month, decision);
    default:
      return assertNever(kind);
  }
}

/** Whether a notice can still be sent on the decision's date: what it asks for is not overtaken, by a lapse or by its own last day. */
export function isTimely(kind: StepKind, notice: Notice, { case: c, lapse }: Decision): boolean {
  if (kind === 'lapse' || kind === 'receipt' || kind === 'audit') return true;
  return lapse === null && (notice.until === null || c.asOf <= notice.until);
}
