import type { AuditReport, DaysTaken, ReviewerAgreement } from './audit-report.ts';
import type { ExactShare } from './exact-share.ts';

const counted = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** `7.1 %`, with a narrow space that does not break. */
export function percentText(share: number): string {
  return `${(share * 100).toFixed(1)}\u00a0%`;
}

/** The whole campaign in a few sentences. */
export function reportSentences(report: AuditReport): readonly string[] {
  const { year, population, counts, failure } = report;
  const drawn = `Of ${counted(population, 'certification', 'certifications')} that moved to a new cycle in ${year - 1}, ${counts.all.toLocaleString('en-US')} ${counts.all === 1 ? 'was' : 'were'} drawn.`;
  const ended =
    counts.decided === 0
      ? 'None is decided yet.'
      : `${counted(counts.decided, 'is', 'are')} decided: ${counts.compliant} compliant and ${counts['non-compliant']} non-compliant.`;
  const waiting = counts['letter-waiting'];
  const parts = [
    ...(waiting === 0
      ? []
      : [`${waiting} of them decided but without ${waiting === 1 ? 'its' : 'their'} letter`]),
    ...(counts.overdue === 0 ? [] : [`${counts.overdue} overdue`]),
  ];
  const open =
    counts.undecided === 0
      ? ''
      : `${[counted(counts.undecided, 'is open', 'are open'), ...parts].join(', ')}.`;
  return [drawn, ended, open, failure === null ? '' : failureSentence(failure)].filter((one) => one !== '');
}

/** What the sample says of everybody it was drawn from. */
export function failureSentence({ share, low, high, level, of }: ExactShare): string {
  return `Of those decided ${percentText(share)} failed; with ${of} looked at, the share of all who moved on lies between ${percentText(low)} and ${percentText(high)} (${Math.round(level * 100)}\u00a0% confidence).`;
}

/** How the interval is computed, and what it is of. */
export const FAILURE_METHOD =
  'Exact interval of Clopper and Pearson from the binomial distribution, of the decided cases of the draws; cases for cause are no part of it.';

/** How the days are counted. */
export const DAYS_METHOD =
  'Whole days to the first decision. The median is the middle case; nine of ten cases took no longer than the second figure.';

/** `4 days`, `4.5 days`. */
export function daysText(days: number): string {
  return `${days.toLocaleString('en-US')} ${days === 1 ? 'day' : 'days'}`;
}

/** `median 21 days, 9 of 10 within 40 days, longest 52 days (12 cases)` */
export function daysTakenText(taken: DaysTaken): string {
  return `median ${daysText(taken.median)}, 9 of 10 within ${daysText(taken.ninth)}, longest ${daysText(taken.longest)} (${counted(taken.cases, 'case', 'cases')})`;
}

/** How far two reviewers agreed. */
export function agreementText({ opinions, agreed }: ReviewerAgreement): string {
  return opinions === 0
    ? 'No second opinion was given yet.'
    : `The second reviewer agreed in ${agreed} of ${opinions} (${percentText(agreed / opinions)}).`;
}

/** Why the agreement is a plain share. */
export const AGREEMENT_METHOD =
  'Only outcomes proposed as non-compliant get a second opinion, so the first reviewer’s never vary and a kappa cannot be computed: the plain share is given.';
