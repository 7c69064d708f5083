import type { LapseCause, Standing, StandingStatus } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';

/** What differs between two standings of one certification, in sentences, what weighs most first. */
export function differences(before: Standing, after: Standing): readonly string[] {
  return [
    ...statusDifference(before, after),
    ...routeDifference(before, after),
    ...boundDifference(before, after),
    ...cycleDifference(before, after),
    ...feeDifference(before, after),
    ...attentionDifference(before, after),
  ];
}

const STATUS: Readonly<Record<StandingStatus, string>> = {
  active: 'active',
  due: 'due',
  'past-due': 'past due',
  lapsed: 'lapsed',
};
const CAUSE: Readonly<Record<LapseCause, string>> = {
  fees: 'by fees',
  points: 'by points',
  audit: 'by the audit',
};

function statusDifference(before: Standing, after: Standing): readonly string[] {
  const [was, is] = [statusWords(before), statusWords(after)];
  return was === is ? [] : [`It would be ${is} instead of ${was}.`];
}

function statusWords({ status, lapse }: Standing): string {
  if (lapse === null) return STATUS[status];
  return `${STATUS[status]} ${CAUSE[lapse.cause]} since ${displayDate(lapse.since)}`;
}

function routeDifference(before: Standing, after: Standing): readonly string[] {
  if (before.lapse === null || after.lapse === null) return [];
  if (before.routes.length === after.routes.length) return [];
  return [
    after.routes.includes('ccp') ? 'It could recertify by CCP again.' : 'Only the exam would recertify it.',
  ];
}

function boundDifference(before: Standing, after: Standing): readonly string[] {
  if (before.boundByCcp === after.boundByCcp) return [];
  return [after.boundByCcp ? 'CCP would bind it.' : 'CCP would be voluntary.'];
}

function cycleDifference({ cycle: was }: Standing, { cycle: is }: Standing): readonly string[] {
  if (was.start !== is.start || was.end !== is.end)
    return [`Its open cycle would be ${span(is)} instead of ${span(was)}, with ${points(is)}.`];
  if (was.counted === is.counted && was.required === is.required && was.attested === is.attested) return [];
  return [`The cycle ${span(is)} would have ${points(is)} instead of ${points(was)}.`];
}

function span({ start, end }: Standing['cycle']): string {
  return `from ${displayDate(start)} to ${displayDate(end)}`;
}

function points({ counted, required, attested }: Standing['cycle']): string {
  return `${counted} of ${required} points${attested ? ', attested' : ''}`;
}

function feeDifference({ fees: was }: Standing, { fees: is }: Standing): readonly string[] {
  const sentences: string[] = [];
  if (was.owedCents !== is.owedCents)
    sentences.push(`It would owe ${displayCents(is.owedCents)} instead of ${displayCents(was.owedCents)}.`);
  if (was.nextDueOn !== is.nextDueOn)
    sentences.push(
      `The next fee would be due by ${displayDate(is.nextDueOn)} instead of ${displayDate(was.nextDueOn)}.`,
    );
  return sentences;
}

function attentionDifference(before: Standing, after: Standing): readonly string[] {
  const [was, is] = [before, after].map(({ attention }) => attention.includes('roll-blocked'));
  if (was === is) return [];
  return [
    is === true
      ? 'An unpaid fee would keep its cycle from rolling.'
      : 'No fee would keep its cycle from rolling.',
  ];
}
