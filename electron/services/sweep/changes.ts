import type { Lapse } from '../../../shared/domain/standing.ts';
import type { SweepChange } from '../../../shared/domain/sweep.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { RolledCycle } from '../../rules/rolled-cycles.ts';
import type { Plan } from './plan.ts';

/** A plan in plain sentences, each with the policy sentence it follows. */
export function changesOf(plan: Plan): readonly SweepChange[] {
  const { memberNo, memberName, code } = plan.record;
  const of = (kind: SweepChange['kind'], text: string, citation: string): SweepChange => ({
    kind,
    memberNo,
    memberName,
    code,
    text,
    citation,
  });
  return [
    ...plan.invoices.map((year) =>
      of(
        'invoice',
        `Annual fee of ${displayCents(year.amountCents)} for the year from ${displayDate(year.yearStart)}, due ${displayDate(year.dueOn)}.`,
        'SC-FEE-2',
      ),
    ),
    ...plan.rolls.map((cycle) => {
      const met = metBy(cycle, plan.judgement.boundByCcp);
      return of(
        'roll',
        `Cycle ${displayDate(cycle.start)} to ${displayDate(cycle.end)} rolled: ${met}, fees paid.`,
        'SC-CCP-7',
      );
    }),
    ...(plan.liftLapse
      ? [of('lapse-lifted', 'The lapse marked earlier no longer holds.', 'SC-LAPSE-1')]
      : []),
    ...(plan.lapse === null
      ? []
      : [of('lapse', lapseText(plan.lapse), lapseCitation(plan.lapse, plan.judgement.boundByCcp))]),
  ];
}

function metBy({ attested, counted, required }: RolledCycle, boundByCcp: boolean): string {
  if (!boundByCcp) return 'not bound by CCP';
  return attested ? 'attested' : `${counted} of ${required} points`;
}

function lapseText({ cause, since }: Lapse): string {
  switch (cause) {
    case 'fees':
      return `Lapsed: the fee due ${displayDate(since)} has been unpaid for three years.`;
    case 'points':
      return `Lapsed: the cycle ended ${displayDate(since)} without the points recorded or attested.`;
    case 'audit':
      return `Lapsed: an audit closed as non-compliant on ${displayDate(since)}.`;
    default:
      return assertNever(cause);
  }
}

function lapseCitation({ cause }: Lapse, boundByCcp: boolean): string {
  if (cause === 'audit') return 'SC-LAPSE-3';
  return cause === 'fees' && !boundByCcp ? 'SC-LAPSE-2' : 'SC-LAPSE-1';
}
