import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { NoticeChannel, NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { HeldReason } from '../../../shared/domain/renewals.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import { type Given, givenKey } from '../../repositories/notice-given.ts';
import type { Recipient } from '../../repositories/renewal-candidates.ts';
import type { Piece } from '../../repositories/runs.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import type { Notice } from '../../rules/notices/notice.ts';
import { isTimely, noticesIn } from '../../rules/notices/notice-in.ts';
import { renewalIn } from '../../rules/renewal.ts';
import { contentOf, type UnaddressedContent } from './piece-content.ts';
import type { Stationery } from './stationery.ts';
import type { StepRows } from './step-rows.ts';

/** What a piece is made from. */
export interface Order {
  readonly step: NoticeStep;
  /** `YYYY-MM`, as the step's kind reads it. */
  readonly month: string;
  /** From which day on the run is due. */
  readonly day: CalendarDate;
  readonly asOf: CalendarDate;
  readonly policy: PolicyBook;
  readonly stationery: Stationery;
}

/** A piece without its place in the run, with what it tells of. */
export interface UnplacedPiece extends Omit<Piece, 'sheet'> {
  readonly given: readonly Given[];
}

/** A certification with what the step tells about it. */
export interface Told {
  readonly record: CertificationRecord;
  readonly decision: Decision;
  readonly notice: Notice;
}

/**
 * The piece of one member: what it says and how it goes, or why it is held; null where the step is not for the member. The first
 * reason that holds is given, the one that nothing at the desk can change before the one that a corrected address would.
 * @param given what the member was given of the step before, as `givenKey`s
 * @param rows what a receipt or an audit notice tells of
 */
export function pieceFor(
  recipient: Recipient,
  records: readonly CertificationRecord[],
  given: ReadonlySet<string>,
  order: Order,
  rows: StepRows,
): UnplacedPiece | null {
  const { memberId } = recipient;
  const hold = (heldReason: HeldReason, heldDetail: string | null = null): UnplacedPiece => ({
    memberId,
    channel: 'held',
    heldReason,
    heldDetail,
    content: null,
    given: [],
    emailCopy: false,
    auditLetter: null,
  });
  const decided = records.map((record) => ({
    record,
    decision: decide(record.facts, order.policy, order.asOf),
  }));
  const told = decided.flatMap((each) => toldBy(each, order, rows));
  const renewed = order.step.kind === 'renewal' ? renewalHold(decided, told, order) : null;
  if (told.length === 0 && renewed === null) return null;
  if (recipient.deceasedOn !== null) return hold('deceased');
  if (renewed !== null) return hold(renewed.reason, renewed.detail);
  const fresh = told.filter((each) => !given.has(givenKey(givenOf(each))));
  if (fresh.length === 0) return hold('already sent for this month');
  return sentPiece(recipient, contentOf(recipient, fresh, order), givenBy(fresh), order, hold);
}

/** What a step would tell of certifications in the run of a month, by a day that may be still to come. */
export function toldOn(
  records: readonly CertificationRecord[],
  order: Pick<Order, 'step' | 'month' | 'day' | 'asOf' | 'policy'>,
  rows: StepRows,
): readonly Told[] {
  return records.flatMap((record) =>
    toldBy({ record, decision: decide(record.facts, order.policy, order.asOf) }, order, rows),
  );
}

function toldBy(
  { record, decision }: Omit<Told, 'notice'>,
  { step, month, day }: Pick<Order, 'step' | 'month' | 'day'>,
  rows: StepRows,
): readonly Told[] {
  const own = rows.get(record.certificationId) ?? {};
  return noticesIn(step.kind, month, decision, day, own)
    .filter((notice) => isTimely(step.kind, notice, decision))
    .map((notice) => ({ record, decision, notice }));
}

/** Everyone with an anniversary in the month is selected for renewal; why there is nothing to tell, or null. */
function renewalHold(
  decided: readonly Omit<Told, 'notice'>[],
  told: readonly Told[],
  { month }: Order,
): { readonly reason: HeldReason; readonly detail: string | null } | null {
  if (told.length > 0) return null;
  const renewals = decided.filter(({ decision }) => renewalIn(month, decision) !== null);
  if (renewals.length === 0) return null;
  const lapsed = renewals.every(({ decision }) => decision.lapse !== null);
  return lapsed
    ? { reason: 'must recertify', detail: lapseDetail(renewals) }
    : { reason: 'nothing due', detail: null };
}

function lapseDetail(renewals: readonly Omit<Told, 'notice'>[]): string {
  return renewals
    .map(
      ({ decision: { case: c, lapse } }) =>
        `${c.facts.certification.code} lapsed by ${lapse?.cause ?? ''} since ${lapse?.since ?? ''}`,
    )
    .join('; ');
}

/** Two audits that were opened on one day are told, and given, as one. */
function givenBy(told: readonly Told[]): readonly Given[] {
  return [...new Map(told.map(givenOf).map((given) => [givenKey(given), given])).values()];
}

function givenOf({ record, notice }: Told): Given {
  return { certificationId: record.certificationId, forDate: notice.forDate };
}

/** A piece with something to say, on the way that is open to the member; held where none is. */
export function sentPiece(
  recipient: Recipient,
  content: UnaddressedContent,
  given: readonly Given[],
  {
    step,
    stationery,
  }: { readonly step: Pick<NoticeStep, 'channel'>; readonly stationery: Pick<Stationery, 'fit'> },
  hold: (reason: HeldReason, detail?: string) => UnplacedPiece,
): UnplacedPiece {
  const piece = {
    memberId: recipient.memberId,
    heldReason: null,
    heldDetail: null,
    given,
    emailCopy: false,
    auditLetter: null,
  };
  const fitted = recipient.mailOk ? stationery.fit(recipient) : null;
  const way = wayTo(recipient, step.channel, fitted !== null && !('held' in fitted));
  if (way === 'email') {
    return { ...piece, channel: 'email', content: { ...content, addressLines: [], addressSize: 0 } };
  }
  if (fitted !== null && !('held' in fitted)) {
    return {
      ...piece,
      channel: 'print',
      content: { ...content, addressLines: fitted.lines, addressSize: fitted.size },
      emailCopy: step.channel === 'print-and-email' && isMailable(recipient),
    };
  }
  if (fitted === null)
    return hold('asked for no mail', `Asked for no mail, and ${whyNoEmail(recipient, step)}.`);
  return hold(
    fitted.held.startsWith('No usable address') ? 'no usable address' : 'address does not fit the window',
    fitted.held,
  );
}

/** How a piece goes to a member. @param printable whether there is an address that can be printed and post is welcome */
export function wayTo(
  recipient: Recipient,
  channel: NoticeChannel,
  printable: boolean,
): 'print' | 'email' | 'held' {
  const mailable = channel !== 'print-only' && isMailable(recipient);
  if (mailable && (channel === 'email-first' || !printable)) return 'email';
  return printable ? 'print' : 'held';
}

function isMailable({ emailOk, email, emailBadReason }: Recipient): boolean {
  return emailOk && email !== '' && emailBadReason === null;
}

function whyNoEmail(
  { emailOk, email, emailBadReason }: Recipient,
  { channel }: Pick<NoticeStep, 'channel'>,
): string {
  if (channel === 'print-only') return 'this notice goes by post only';
  if (emailOk && email !== '' && emailBadReason !== null) return `e-mail does not arrive (${emailBadReason})`;
  return 'cannot be e-mailed';
}
