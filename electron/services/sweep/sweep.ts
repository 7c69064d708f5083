import type { CycleDates } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { StandingStatus } from '../../../shared/domain/standing.ts';
import type { SweepChange, SweepReport } from '../../../shared/domain/sweep.ts';
import type { Work } from '../../jobs/work.ts';
import { recordedRolls } from '../../repositories/cycles.ts';
import { certificationRecords, memberRanges } from '../../repositories/facts.ts';
import { openLapses } from '../../repositories/lapses.ts';
import { voidedYears } from '../../repositories/ledger-fees.ts';
import type { MemberRange } from '../../repositories/member-selection.ts';
import { saveSetting, setting } from '../../repositories/settings.ts';
import { changedStandings } from '../../repositories/standings.ts';
import { isSame } from '../../repositories/worklist-findings.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';
import { findingChanges } from '../worklists/findings.ts';
import { carryOut } from './carry-out.ts';
import { changesOf } from './changes.ts';
import { type OnRecord, type Plan, planFor } from './plan.ts';

/** How many changes a dry run lists in full; the counts are of all. */
const LISTED_CHANGES = 10_000;

/**
 * Invoices the fees whose anniversary month has begun, records the cycles that rolled, marks lapses, and brings the kept standings
 * up to date: some hundred members a transaction, so that it can be stopped at any moment and run again. A second run on the same
 * date changes nothing. A dry run writes nothing and lists every change with its reason.
 */
export async function sweep(
  office: Office,
  { asOf, dryRun }: { asOf: CalendarDate; dryRun: boolean },
  work: Work,
): Promise<SweepReport> {
  const policy = await officePolicy(office);
  const ranges = await memberRanges(office.reader, MEMBERS_AT_A_TIME);
  const tally = new Tally();
  for (const [index, range] of ranges.entries()) {
    const plans = await planRange(office, range, policy, asOf);
    tally.add(plans, dryRun);
    if (!dryRun) await apply(office, range, plans, policy, asOf);
    work.progress({
      doing: dryRun ? 'Working out what a sweep would change' : 'Sweeping',
      done: index + 1,
      total: ranges.length,
      cancellable: true,
    });
    await work.breathe();
  }
  if (!dryRun) await noteSwept(office, asOf, tally);
  return tally.report();
}

async function planRange(
  office: Office,
  range: MemberRange,
  policy: Policy,
  asOf: CalendarDate,
): Promise<readonly Plan[]> {
  const records = await certificationRecords(office.reader, range, asOf);
  const rolled = await recordedRolls(office.reader, range);
  const lapses = await openLapses(office.reader, range);
  const voided = await voidedYears(office.reader, range);
  return records.filter(certifiedBy(asOf)).map((record) => {
    const onRecord: OnRecord = {
      rolls: rolled.get(record.certificationId) ?? NO_ROLLS,
      lapse: lapses.get(record.certificationId) ?? null,
      voidedYears: voided.get(record.certificationId) ?? NONE,
    };
    return planFor(record, onRecord, policy, asOf);
  });
}

const NONE: ReadonlySet<CalendarDate> = new Set();
const NO_ROLLS: OnRecord['rolls'] = [];

async function apply(
  office: Office,
  range: MemberRange,
  plans: readonly Plan[],
  policy: Policy,
  asOf: CalendarDate,
): Promise<void> {
  const standings = await changedStandings(
    office.reader,
    range,
    plans.map(({ record, judgement }) => ({ certificationId: record.certificationId, standing: judgement })),
  );
  const findings = await findingChanges(
    office.reader,
    range,
    plans.map(({ record }) => record),
    rollsAfter(plans),
    policy,
  );
  const changing = plans.filter(
    ({ invoices, rolls, lapse, liftLapse }) =>
      invoices.length > 0 || rolls.length > 0 || lapse !== null || liftLapse,
  );
  if (changing.length === 0 && standings.length === 0 && isSame(findings)) return;
  await office.act((write) => carryOut(write, changing, standings, findings, asOf));
}

/** The rolls on record once the plans are carried out; what a plan rolls is by its own facts, so that it is supported. */
function rollsAfter(plans: readonly Plan[]): ReadonlyMap<number, readonly CycleDates[]> {
  return new Map(plans.map(({ record, onRecord }) => [record.certificationId, onRecord.rolls]));
}

async function noteSwept(office: Office, asOf: CalendarDate, tally: Tally): Promise<void> {
  const before = await setting(office.reader, 'sweptOn');
  if (before === asOf && tally.changes() === 0) return;
  await office.act(async (write) => {
    await saveSetting(write, 'sweptOn', asOf);
    write.journal({
      action: 'sweep.done',
      subject: 'office',
      subjectId: 'sweep',
      detail: { before, after: asOf, ...tally.counts() },
    });
  });
}

class Tally {
  #evaluated = 0;
  #invoiced = 0;
  #rolled = 0;
  #lapsed = 0;
  #lifted = 0;
  readonly #byStatus: Record<StandingStatus, number> = { active: 0, due: 0, 'past-due': 0, lapsed: 0 };
  readonly #listed: SweepChange[] = [];

  add(plans: readonly Plan[], list: boolean): void {
    for (const plan of plans) {
      this.#evaluated += 1;
      this.#invoiced += plan.invoices.length;
      this.#rolled += plan.rolls.length;
      this.#lapsed += plan.lapse === null ? 0 : 1;
      this.#lifted += plan.liftLapse ? 1 : 0;
      this.#byStatus[plan.judgement.status] += 1;
      if (list && this.#listed.length < LISTED_CHANGES)
        this.#listed.push(...changesOf(plan).slice(0, LISTED_CHANGES - this.#listed.length));
    }
  }

  changes(): number {
    return this.#invoiced + this.#rolled + this.#lapsed + this.#lifted;
  }

  counts() {
    return {
      evaluated: this.#evaluated,
      invoiced: this.#invoiced,
      rolled: this.#rolled,
      lapsed: this.#lapsed,
    };
  }

  report(): SweepReport {
    return { ...this.counts(), byStatus: this.#byStatus, changes: this.#listed };
  }
}
