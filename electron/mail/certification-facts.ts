import { VERDICT_WORDS } from '../../shared/domain/audit-findings.ts';
import { findingText } from '../../shared/domain/finding-pages.ts';
import type { NoticeLine, NoticeSheet } from '../../shared/domain/notice.ts';
import { type CasePurpose, hasSlip, isCasePurpose } from '../../shared/domain/sheet-code.ts';
import { displayDate } from '../../shared/util/dates.ts';
import { displayCents } from '../../shared/util/money.ts';
import { auditedTitle, auditedWhen, pointsWords } from '../printing/audit/activity-words.ts';
import { lapseCause } from '../printing/letter/merge-fields.ts';
import type { WordBlock } from './letter-words.ts';

type Fact = readonly [label: string, value: string];

/** What the letter's table says, certification by certification, and what it all comes to. */
export function certificationFacts(sheet: NoticeSheet): readonly WordBlock[] {
  const blocks: WordBlock[] = sheet.lines.map((line) => ({
    kind: 'facts',
    title: `${line.certificationName} (${line.code})`,
    facts: factsOf(sheet, line),
  }));
  const asksForFees = sheet.purpose !== 'CC' && hasSlip(sheet.purpose);
  const oneAmount = sheet.lines.length === 1 && sheet.lines[0]?.arrearsCents === 0;
  if (!asksForFees || oneAmount) return blocks;
  return [...blocks, { kind: 'facts', title: '', facts: [['Total due', displayCents(sheet.totalCents)]] }];
}

function factsOf({ purpose }: NoticeSheet, line: NoticeLine): readonly Fact[] {
  if (purpose === 'CC') return pointFacts(line);
  if (purpose === 'RC') return receiptFacts(line);
  if (purpose === 'AU') return auditFacts(line);
  if (isCasePurpose(purpose)) return caseFacts(purpose, line);
  return purpose === 'LP' ? lapseFacts(line) : feeFacts(line);
}

function feeFacts(line: NoticeLine): readonly Fact[] {
  const arrears: readonly Fact[] =
    line.arrearsCents === 0 ? [] : [['Earlier years, past due', displayCents(line.arrearsCents)]];
  const lapse: readonly Fact[] =
    line.lapsesOn === undefined ? [] : [['Lapses unless paid before', displayDate(line.lapsesOn)]];
  return [
    ['Year', `${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`],
    ['Amount due', `${displayCents(line.amountCents)}, due ${displayDate(line.dueOn)}`],
    ...arrears,
    ...lapse,
    ['CCP points', pointsText(line)],
    ['Cycle ends', displayDate(line.cycleEnd)],
  ];
}

function pointFacts(line: NoticeLine): readonly Fact[] {
  return [
    ['Cycle', `${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`],
    ['Points required', String(line.pointsRequired)],
    ['Recorded', String(line.pointsCounted)],
    ['Outstanding', String(line.pointsOutstanding)],
  ];
}

function auditFacts(line: NoticeLine): readonly Fact[] {
  const { yearStart, yearEnd, pointsRequired, pointsCounted, attested, audit } = line;
  if (audit === undefined) return [];
  return [
    ['Audited cycle', `${displayDate(yearStart)} to ${displayDate(yearEnd)}`],
    ['Points required', String(pointsRequired)],
    ['Recorded', `${pointsCounted}${attested ? ', and attested' : ''}`],
    ...audit.activities.map(
      (activity): Fact => [
        auditedTitle(activity),
        `${auditedWhen(activity)}, ${pointsWords(activity.points)}`,
      ],
    ),
    ['Proof is asked for by', displayDate(audit.answerBy)],
  ];
}

/** The case, and what was found about each activity, which on paper is a page of its own. */
function caseFacts(purpose: CasePurpose, line: NoticeLine): readonly Fact[] {
  const told = line.case;
  if (told === undefined) return [];
  const recorded = purpose === 'AK' || purpose === 'AE';
  return [
    ['Audited cycle', `${displayDate(line.yearStart)} to ${displayDate(line.yearEnd)}`],
    ['Points required', String(line.pointsRequired)],
    recorded ? ['Points recorded', String(line.pointsCounted)] : ['Points shown', String(told.shown)],
    ...told.findings.map((finding): Fact => {
      const points = `${finding.shown} of ${pointsWords(finding.points)}`;
      const text = findingText(finding);
      return [
        auditedTitle(finding),
        `${auditedWhen(finding)}: ${VERDICT_WORDS[finding.verdict].toLowerCase()}, ${points}.${text === '' ? '' : ` ${text}`}`,
      ];
    }),
    ...(told.dueOn === null ? [] : [['Day due', displayDate(told.dueOn)] as const]),
    ...(told.appealBy === null ? [] : [['Appeal by', displayDate(told.appealBy)] as const]),
  ];
}

function receiptFacts({ yearStart, yearEnd, paid }: NoticeLine): readonly Fact[] {
  if (paid === undefined) return [];
  return [
    ['Year', `${displayDate(yearStart)} to ${displayDate(yearEnd)}`],
    ['Received', `${displayCents(paid.cents)} on ${displayDate(paid.on)}`],
    ['How', paid.how],
    ['State', 'paid in full'],
  ];
}

function lapseFacts({ lapse }: NoticeLine): readonly Fact[] {
  if (lapse === undefined) return [];
  return [
    ['Lapsed on', displayDate(lapse.on)],
    ['Why', lapseCause(lapse)],
    ['Ways back', lapse.routes.includes('ccp') ? 'by CCP or by exam' : 'by exam'],
  ];
}

function pointsText(line: NoticeLine): string {
  if (!line.boundByCcp) return 'voluntary, none required';
  const points = `${line.pointsCounted} of ${line.pointsRequired} recorded, ${line.pointsOutstanding} outstanding`;
  return line.attested ? `${points}; attested` : points;
}
