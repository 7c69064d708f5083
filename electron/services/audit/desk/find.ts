import type { CaseActivity, CaseView } from '../../../../shared/domain/audit-case.ts';
import {
  EVIDENCE_ITEM_WORDS,
  EVIDENCE_ITEMS,
  type EvidenceItem,
  type FindingReason,
  type Verdict,
} from '../../../../shared/domain/audit-findings.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { addEvidence, addFinding } from '../../../repositories/audit-writes.ts';
import type { Office } from '../../office.ts';
import { named, onCase, refuseUnjudged, tidy } from './act.ts';

export interface FindingOrder {
  readonly audit: number;
  readonly activity: number;
  readonly verdict: Verdict;
  /** Points of a reduced activity; null for the others. */
  readonly points: number | null;
  /** Why it is reduced or rejected. */
  readonly reason: FindingReason | null;
  readonly note: string;
}

/**
 * Adds what a reviewer found about an activity. The latest finding holds, the earlier ones stay; the rules read it with the decision.
 * @throws StandingError `audit-unknown`, `audit-not-in-review`, `activity-not-claimed`, `evidence-missing`, `finding-reason`,
 * `finding-points`
 */
export function findActivity(office: Office, order: FindingOrder): Promise<CaseView> {
  return onCase(office, order.audit, async ({ view, books, note }) => {
    refuseUnjudged(view);
    const activity = claimed(view, order.activity);
    const said = tidy(order.note);
    const points = pointsFound(activity, order);
    const { verdict } = order;
    const reason = verdict === 'accepted' ? null : order.reason;
    if (verdict !== 'accepted' && reason === null)
      throw new StandingError(
        'finding-reason',
        `“${activity.title}” cannot be ${verdict} without a reason.`,
        'Choose the reason that the member is told.',
      );
    if (verdict === 'accepted') refuseUnshown(activity);
    const found = { activity: activity.activity, verdict, points, reason, note: said };
    await addFinding(books.write, view.audit, { ...found, on: books.today });
    const before = activity.finding;
    note('found', {
      before: before === null ? null : { verdict: before.verdict, points: before.points },
      after: { title: activity.title, ...found },
    });
  });
}

/** Notes whether the proof of an activity shows what it has to. @throws as `findActivity` does */
export function noteEvidence(
  office: Office,
  order: {
    readonly audit: number;
    readonly activity: number;
    readonly items: readonly EvidenceItem[];
    readonly shown: boolean;
  },
): Promise<CaseView> {
  return onCase(office, order.audit, async ({ view, books, note }) => {
    refuseUnjudged(view);
    const { activity, title, evidence } = claimed(view, order.activity);
    const { items, shown } = order;
    for (const item of items) {
      await addEvidence(books.write, view.audit, { activity, item, shown, on: books.today });
      note('evidence-noted', {
        before: { shown: evidence[item] ?? null },
        after: { activity, title, item, shown },
      });
    }
  });
}

/** @throws StandingError `activity-not-claimed` */
export function claimed(view: CaseView, id: number): CaseActivity {
  const activity = view.activities.find((one) => one.activity === id);
  const outside = view.outside.find((one) => one.activity === id);
  if (activity === undefined)
    throw new StandingError(
      'activity-not-claimed',
      outside === undefined
        ? `${named(view)} has no activity ${id}.`
        : `“${outside.title}” is no part of the audited cycle: ${outside.why} (${outside.citation}).`,
      'Choose one of the activities of the cycle.',
    );
  if (activity.excluded !== null)
    throw new StandingError(
      'activity-not-claimed',
      `“${activity.title}” counts nothing for the cycle: ${activity.excluded.why} (${activity.excluded.citation}).`,
      'It needs no finding.',
    );
  return activity;
}

function refuseUnshown({ title, evidence }: CaseActivity): void {
  const missing = EVIDENCE_ITEMS.filter((item) => evidence[item] === false);
  if (missing.length === 0) return;
  throw new StandingError(
    'evidence-missing',
    `The proof of “${title}” does not show ${missing.map((item) => EVIDENCE_ITEM_WORDS[item].toLowerCase()).join(', ')}.`,
    'Reject or reduce it, or correct the checklist.',
  );
}

/** @throws StandingError `finding-points` */
function pointsFound({ title, counted }: CaseActivity, { verdict, points }: FindingOrder): number {
  if (verdict === 'accepted') return counted;
  if (verdict === 'rejected') return 0;
  const found = points ?? 0;
  if (found > 0 && found < counted && Math.abs(found * 100 - Math.round(found * 100)) < 1e-6) return found;
  throw new StandingError(
    'finding-points',
    `“${title}” counts ${counted} points; it can be reduced to more than 0 and less than that, with at most two decimals.`,
    'Accept or reject it, or give the points that its proof shows.',
  );
}
