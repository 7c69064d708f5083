import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Write } from '../../db/transaction.ts';
import { recordRolls } from '../../repositories/cycles.ts';
import { invoiceFees } from '../../repositories/fees.ts';
import { liftLapse, markLapse } from '../../repositories/lapses.ts';
import { keepStandings, type StandingOf } from '../../repositories/standings.ts';
import { type FindingChanges, isSame, keepFindings } from '../../repositories/worklist-findings.ts';
import type { Plan } from './plan.ts';

/** Writes some certifications' plans with a journal entry for each change, in the caller's transaction. */
export async function carryOut(
  write: Write,
  plans: readonly Plan[],
  standings: readonly StandingOf[],
  findings: FindingChanges,
  asOf: CalendarDate,
): Promise<void> {
  await invoiceFees(
    write,
    plans.flatMap(({ record, invoices }) =>
      invoices.map((year) => ({ certificationId: record.certificationId, ...year })),
    ),
    asOf,
  );
  await recordRolls(
    write,
    plans.flatMap(({ record, rolls }) =>
      rolls.map((roll) => ({ certificationId: record.certificationId, ...roll })),
    ),
    asOf,
  );
  for (const plan of plans) {
    if (plan.liftLapse) await liftLapse(write, plan.record.certificationId, asOf);
    if (plan.lapse !== null) await markLapse(write, plan.record.certificationId, plan.lapse, asOf);
    journal(write, plan);
  }
  await keepFindings(write, findings);
  if (standings.length === 0 && isSame(findings)) return;
  keepStandings(write, standings);
  write.journal({
    action: 'standing.refreshed',
    subject: 'office',
    subjectId: 'standings',
    detail: { asOf, certifications: standings.length },
  });
}

function journal(write: Write, { record, invoices, rolls, lapse, liftLapse: lifted }: Plan): void {
  const { code } = record;
  const entry = (action: string, detail: object) =>
    write.journal({ action, subject: 'member', subjectId: record.memberNo, detail: { code, ...detail } });
  for (const year of invoices) entry('fee.invoiced', { before: null, after: year });
  if (rolls.length > 0)
    entry('cycle.rolled', {
      before: null,
      after: rolls.map(({ start, end, required, counted, attested, metBy }) => ({
        start,
        end,
        required,
        counted,
        attested,
        metBy,
      })),
    });
  if (lifted) entry('lapse.lifted', { after: null });
  if (lapse !== null) entry('lapse.marked', { before: null, after: lapse });
}
