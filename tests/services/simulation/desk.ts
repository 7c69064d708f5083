import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { runImport } from '../../../electron/services/import/index.ts';
import type { Office } from '../../../electron/services/office.ts';
import { closeDeposit, openDeposit } from '../../../electron/services/payments/deposits.ts';
import { enterRemittance } from '../../../electron/services/payments/enter.ts';
import { enterActivity } from '../../../electron/services/points/enter.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ImportKind } from '../../../shared/domain/import.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import type { ActivityEvent, AttestationEvent, PaymentEvent } from './agenda.ts';
import type { Person } from './people.ts';

/** What the office does with what reaches it, through the services that its screens use. */
export class Desk {
  readonly #office: Office;
  readonly #folder: string;
  #cheques = 0;

  /** @param folder for the files that are imported */
  constructor(office: Office, folder: string) {
    this.#office = office;
    this.#folder = folder;
  }

  /** A day's post as one deposit, counted, entered and closed; closing refuses what does not agree. */
  async deposit(day: CalendarDate, payments: readonly PaymentEvent[]): Promise<void> {
    if (payments.length === 0) return;
    const controlCents = payments.reduce((sum, { cents }) => sum + cents, 0);
    const { deposit } = await openDeposit(this.#office, { controlCount: payments.length, controlCents });
    for (const { memberNo, code, cents } of payments) {
      this.#cheques += 1;
      await enterRemittance(this.#office, {
        deposit,
        receivedOn: day,
        method: 'cheque',
        amountCents: cents,
        reference: String(this.#cheques),
        payer: '',
        note: '',
        parts: [{ memberNo, code, cents, yearStart: null }],
        confirmDuplicate: true,
      });
    }
    await closeDeposit(this.#office, deposit);
  }

  /** Takes in those who joined, with the years before the office kept books of its own as waived. */
  async admit(people: readonly Person[], waived: readonly (readonly string[])[]): Promise<void> {
    await this.#import(
      'members',
      ['member_no', 'first_name', 'last_name'],
      people.map(({ memberNo }) => [memberNo, 'Pat', `Simulated ${memberNo}`]),
    );
    await this.certify(people.map(({ memberNo, code, certifiedOn }) => [memberNo, code, certifiedOn, '']));
    await this.#import('fees', ['member_no', 'code', 'year_start', 'amount', 'waived'], waived);
  }

  /** Certifications as the office knows them now: number, code, certified, recertified. */
  certify(rows: readonly (readonly string[])[]): Promise<void> {
    return this.#import('certifications', ['member_no', 'code', 'certified_on', 'recertified_on'], rows);
  }

  /** An activity that came on paper. @returns false where the rules refuse it at entry */
  async enter(one: ActivityEvent): Promise<boolean> {
    try {
      const { activity } = await enterActivity(
        this.#office,
        {
          memberNo: one.memberNo,
          category: one.category,
          title: titleOf(one),
          provider: '',
          completedOn: one.completedOn || null,
          employedFrom: one.employedFrom || null,
          employedTo: one.employedTo || null,
          hours: null,
          claimed: one.points,
          criteria: {
            job: one.criteria.includes('job'),
            knowledge: one.criteria.includes('knowledge'),
            degree: one.criteria.includes('degree'),
          },
          source: 'staff',
          evidence: 'seen',
        },
        true,
      );
      return activity !== null;
    } catch (error) {
      if (error instanceof StandingError && error.code === 'activity-impossible') return false;
      throw error;
    }
  }

  async record(
    activities: readonly ActivityEvent[],
    attestations: readonly AttestationEvent[],
  ): Promise<void> {
    await this.#import(
      'activities',
      [
        'member_no',
        'category',
        'title',
        'completed_on',
        'employed_from',
        'employed_to',
        'points',
        'criteria',
        'external_id',
      ],
      activities.map((one) => [
        one.memberNo,
        one.category,
        titleOf(one),
        one.completedOn,
        one.employedFrom,
        one.employedTo,
        String(one.points),
        one.criteria,
        one.externalId,
      ]),
    );
    await this.#import(
      'attestations',
      ['member_no', 'code', 'cycle_start', 'attested_on'],
      attestations.map(({ memberNo, code, cycleStart, attestedOn }) => [
        memberNo,
        code,
        cycleStart,
        attestedOn,
      ]),
    );
  }

  async #import(
    kind: ImportKind,
    header: readonly string[],
    rows: readonly (readonly string[])[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const file = join(this.#folder, `${kind}.csv`);
    writeFileSync(file, [header, ...rows].map((row) => csvRow(row)).join(''));
    const report = await runImport(this.#office, { file, kind, skipBadRows: false }, unwatchedWork());
    const [first] = report.rejected;
    if (report.refusal !== null) throw new Error(`${report.refusal.message} ${JSON.stringify(first)}`);
  }
}

/** What an activity is called in the office's books; no other is called so. */
export function titleOf({ externalId }: Pick<ActivityEvent, 'externalId'>): string {
  return `Activity ${externalId}`;
}

/** Every third comes on paper. */
export function isOnPaper({ externalId }: Pick<ActivityEvent, 'externalId'>): boolean {
  return externalId.endsWith('3') || externalId.endsWith('6') || externalId.endsWith('9');
}
