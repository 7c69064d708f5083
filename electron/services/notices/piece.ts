import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeLine } from '../../../shared/domain/notice.ts';
import type { HeldReason } from '../../../shared/domain/renewals.ts';
import type { PieceContent } from '../../../shared/domain/run-content.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import type { Recipient } from '../../repositories/renewal-candidates.ts';
import type { Piece } from '../../repositories/runs.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import { judgementOf } from '../../rules/judge.ts';
import { type Renewal, renewalIn } from '../../rules/renewal.ts';
import type { Stationery } from './stationery.ts';

/** What a piece is made from. */
export interface Order {
  readonly month: string;
  readonly asOf: CalendarDate;
  readonly policy: PolicyBook;
  readonly stationery: Stationery;
  /** Members who already have a notice of the month. */
  readonly sent: ReadonlySet<number>;
}

/** A piece without its place in the run. */
export type UnplacedPiece = Omit<Piece, 'sheet'>;

/**
 * The piece of one member: what it says and how it goes, or why it is held. The first reason that holds is given, the one that
 * nothing at the desk can change before the one that a corrected address would.
 */
export function pieceFor(
  recipient: Recipient,
  records: readonly CertificationRecord[],
  order: Order,
): UnplacedPiece {
  const { memberId } = recipient;
  const hold = (heldReason: HeldReason, heldDetail: string | null = null): UnplacedPiece => ({
    memberId,
    channel: 'held',
    heldReason,
    heldDetail,
    content: null,
  });
  if (recipient.deceasedOn !== null) return hold('deceased');
  const renewals = records.map((record) => renewalOf(record, order)).filter((renewal) => renewal !== null);
  const renewable = renewals.filter(({ decision }) => decision.lapse === null);
  if (renewable.length === 0) return hold('must recertify', lapseDetail(renewals));
  const due = renewable.filter(({ renewal }) => renewal.amountCents + renewal.arrearsCents > 0);
  if (due.length === 0) return hold('nothing due');
  if (order.sent.has(memberId)) return hold('already sent for this month');
  return address(recipient, contentOf(recipient, due, order.policy), order, hold);
}

interface CertificationRenewal {
  readonly decision: Decision;
  readonly renewal: Renewal;
}

function renewalOf(
  { facts }: CertificationRecord,
  { month, asOf, policy }: Order,
): CertificationRenewal | null {
  const decision = decide(facts, policy, asOf);
  const renewal = renewalIn(month, decision);
  return renewal === null ? null : { decision, renewal };
}

function lapseDetail(renewals: readonly CertificationRenewal[]): string {
  return renewals
    .map(
      ({ decision: { case: c, lapse } }) =>
        `${c.facts.certification.code} lapsed by ${lapse?.cause ?? ''} since ${lapse?.since ?? ''}`,
    )
    .join('; ');
}

function address(
  recipient: Recipient,
  content: Omit<PieceContent, 'addressLines' | 'addressSize'>,
  { stationery }: Order,
  hold: (reason: HeldReason, detail?: string) => UnplacedPiece,
): UnplacedPiece {
  const { memberId } = recipient;
  const fitted = recipient.mailOk ? stationery.fit(recipient) : null;
  if (fitted !== null && !('held' in fitted)) {
    return {
      memberId,
      channel: 'print',
      heldReason: null,
      heldDetail: null,
      content: { ...content, addressLines: fitted.lines, addressSize: fitted.size },
    };
  }
  if (recipient.emailOk && recipient.email !== '') {
    return {
      memberId,
      channel: 'email',
      heldReason: null,
      heldDetail: null,
      content: { ...content, addressLines: [], addressSize: 0 },
    };
  }
  if (fitted === null) return hold('asked for no mail', 'Asked for no mail, and cannot be e-mailed.');
  return hold(
    fitted.held.startsWith('No usable address') ? 'no usable address' : 'address does not fit the window',
    fitted.held,
  );
}

function contentOf(
  recipient: Recipient,
  due: readonly CertificationRenewal[],
  policy: PolicyBook,
): Omit<PieceContent, 'addressLines' | 'addressSize'> {
  const lines = due.map(lineOf);
  // SC-LAPSE-2 is for those not bound by CCP; one sheet shows one sentence, and SC-LAPSE-1 asks for more.
  const citation = due.some(({ decision }) => decision.case.bound) ? 'SC-LAPSE-1' : 'SC-LAPSE-2';
  return {
    memberNo: recipient.memberNo,
    memberName: recipient.name,
    lines,
    totalCents: lines.reduce((sum, line) => sum + line.amountCents + line.arrearsCents, 0),
    consequence: { citation, sentence: policy.sentence(citation).text },
  };
}

function lineOf({ decision, renewal }: CertificationRenewal): NoticeLine {
  const { status, boundByCcp, cycle, code } = judgementOf(decision);
  return {
    code,
    certificationName: CERTIFICATION_NAMES[code],
    status,
    yearStart: renewal.yearStart,
    yearEnd: renewal.yearEnd,
    amountCents: renewal.amountCents,
    arrearsCents: renewal.arrearsCents,
    dueOn: renewal.dueOn,
    boundByCcp,
    cycleEnd: cycle.end,
    pointsRequired: cycle.required,
    pointsCounted: cycle.counted,
    pointsOutstanding: cycle.outstanding,
    attested: cycle.attested,
  };
}
