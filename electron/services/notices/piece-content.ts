import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { NoticeLine, QuotedSentence } from '../../../shared/domain/notice.ts';
import type { PieceContent } from '../../../shared/domain/run-content.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import type { Recipient } from '../../repositories/renewal-candidates.ts';
import { firstLapse } from '../../rules/first-lapse.ts';
import { judgementOf } from '../../rules/judge.ts';
import type { NoticeAudit } from '../../rules/notices/notice.ts';
import type { Order, Told } from './piece.ts';

/** What a piece says, but for the address. */
export type UnaddressedContent = Omit<PieceContent, 'addressLines' | 'addressSize'>;

/** What the piece of a member says about the certifications that it tells of. */
export function contentOf(
  recipient: Recipient,
  told: readonly Told[],
  { step, policy }: Pick<Order, 'step' | 'policy'>,
): UnaddressedContent {
  const lines = told.map(lineOf);
  const quote = (citation: string) => quoted(policy, citation);
  const content = {
    memberNo: recipient.memberNo,
    memberName: recipient.name,
    lines,
    totalCents: lines.reduce((sum, line) => sum + line.amountCents + line.arrearsCents, 0),
  };
  if (step.kind === 'receipt') return { ...content, consequence: quote('SC-FEE-1') };
  if (step.kind === 'audit')
    return { ...content, consequence: quote('PB-AUD-3'), selection: selectionOf(told).map(quote) };
  if (step.kind !== 'lapse') return { ...content, consequence: quote(consequence(told)) };
  return { ...content, consequence: quote(lapseCitation(told)), waysBack: waysBack(told, policy) };
}

/** SC-LAPSE-2 is for those not bound by CCP; one sheet shows one sentence, and SC-LAPSE-1 asks for more. */
function consequence(told: readonly Told[]): string {
  return told.some(({ decision }) => decision.case.bound) ? 'SC-LAPSE-1' : 'SC-LAPSE-2';
}

function lapseCitation(told: readonly Told[]): string {
  if (told.some(({ decision }) => firstLapse(decision)?.cause !== 'audit')) return consequence(told);
  return 'SC-LAPSE-3';
}

/** PB-AUD-1 is of the draw; an audit for cause is none of its selection. */
function selectionOf(told: readonly Told[]): readonly string[] {
  const drawn = told.some(({ notice }) => (notice.audit?.campaign ?? null) !== null);
  return [...(drawn ? ['PB-AUD-1'] : []), 'PB-AUD-2'];
}

function waysBack(told: readonly Told[], policy: PolicyBook): readonly QuotedSentence[] {
  const byCcp = told.some(({ decision }) => decision.routes.includes('ccp'));
  return waysBackSentences(policy, byCcp);
}

/** The sentences that say how to come back. @param byCcp whether recertification by CCP is open */
export function waysBackSentences(policy: PolicyBook, byCcp: boolean): readonly QuotedSentence[] {
  const ids = [...(byCcp ? ['SC-RECERT-1'] : []), 'SC-RECERT-3', 'SC-RECERT-2', 'SC-LAPSE-0'];
  return ids.map((citation) => quoted(policy, citation));
}

/** A sentence of the policy with its id. */
export function quoted(policy: PolicyBook, citation: string): QuotedSentence {
  return { citation, sentence: policy.sentence(citation).text };
}

function lineOf({ decision, notice }: Told): NoticeLine {
  const { status, boundByCcp, cycle, code, routes } = judgementOf(decision);
  const lapse = firstLapse(decision);
  // Where no fee is asked for, it is the cycle that the line is about.
  const fee = notice.fee ?? {
    yearStart: cycle.start,
    yearEnd: cycle.end,
    amountCents: 0,
    arrearsCents: 0,
    dueOn: notice.forDate,
  };
  return {
    code,
    certificationName: CERTIFICATION_NAMES[code],
    status,
    yearStart: fee.yearStart,
    yearEnd: fee.yearEnd,
    amountCents: fee.amountCents,
    arrearsCents: fee.arrearsCents,
    dueOn: fee.dueOn,
    boundByCcp,
    cycleEnd: cycle.end,
    pointsRequired: cycle.required,
    pointsCounted: cycle.counted,
    pointsOutstanding: cycle.outstanding,
    attested: cycle.attested,
    ...(notice.paid === undefined ? {} : { paid: notice.paid }),
    ...(notice.lapsesOn === null ? {} : { lapsesOn: notice.lapsesOn }),
    ...(lapse === null || notice.audit !== undefined ? {} : { lapse: { ...lapse, routes } }),
    ...(notice.audit === undefined ? {} : auditedLine(notice.audit)),
  };
}

/** An audit's line is about the audited cycle, not the one that runs. */
function auditedLine({
  cycleStart,
  cycleEnd,
  required,
  recorded,
  attested,
  ...audit
}: NoticeAudit): Partial<NoticeLine> {
  return {
    yearStart: cycleStart,
    yearEnd: cycleEnd,
    cycleEnd,
    dueOn: audit.answerBy,
    pointsRequired: required,
    pointsCounted: recorded,
    pointsOutstanding: Math.max(0, required - recorded),
    attested,
    audit,
  };
}
