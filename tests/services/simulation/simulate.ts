import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { resourcesFolder } from '../../../electron/platform/resources.ts';
import { memberRanges } from '../../../electron/repositories/facts.ts';
import { createOffice, type Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { type Chance, chanceOf } from '../../../electron/services/sample/chance.ts';
import { refreshStandings } from '../../../electron/services/standing.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { STANDING_STATUSES, type StandingStatus } from '../../../shared/domain/standing.ts';
import { addDays, addYears, lastDayOfMonth } from '../../../shared/util/dates.ts';
import type { OraclePolicy } from '../../rules/oracle.ts';
import { type ActivityEvent, Agenda, type AttestationEvent } from './agenda.ts';
import { closeAudits, drawAudits } from './audits.ts';
import { differences, rolledTwice } from './checks.ts';
import { Desk, isOnPaper, titleOf } from './desk.ts';
import { type Person, peopleOf, planCycle, planYear } from './people.ts';

export interface Simulation {
  readonly folder: string;
  readonly members: number;
  readonly seed: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Sweeps every day instead of on those on which a sweep has something to do; slow. */
  readonly sweepDaily: boolean;
  /** Certifications compared on every day, beside everyone's on the days of a sweep. */
  readonly comparedDaily: number;
  readonly progress?: (line: string) => void;
}

export interface SimulatedYear {
  readonly year: number;
  readonly byStatus: Readonly<Record<StandingStatus, number>>;
  readonly rolled: number;
  readonly activities: number;
}

export interface SimulationReport {
  readonly years: readonly SimulatedYear[];
  /** Standings compared with a fresh evaluation. */
  readonly compared: number;
  /** Where a kept standing was not what a fresh evaluation said; at most 20. */
  readonly differences: readonly string[];
  readonly rolledTwice: readonly string[];
  /** Activities that were recorded and are not there, or not as they were recorded. */
  readonly lostActivities: readonly string[];
  readonly totals: Readonly<
    Record<
      'payments' | 'imported' | 'entered' | 'attestations' | 'audits' | 'rolled' | 'lapses' | 'recertified',
      number
    >
  >;
  /** Of all standings, cycles and fees at the end. */
  readonly digest: string;
}

/** Runs an office day by day through its own services, on a real file, and compares as it goes. */
export async function simulate(simulation: Simulation): Promise<SimulationReport> {
  const { folder, members, seed, from, to } = simulation;
  let today = from;
  const office = await createOffice({
    folder: join(folder, 'office'),
    actor: 'Simulation',
    clock: { today: () => today, now: () => `${today}T12:00:00.000Z` },
    resources: resourcesFolder(),
  });
  try {
    const run = new Run(office, simulation, peopleOf(members, seed, from, to));
    for (; today <= to; today = addDays(today, 1)) await run.day(today);
    return run.report();
  } finally {
    await office.close();
  }
}

class Run {
  readonly #office: Office;
  readonly #desk: Desk;
  readonly #simulation: Simulation;
  readonly #chance: Chance;
  readonly #agenda = new Agenda();
  readonly #toJoin: Person[];
  readonly #joined = new Map<string, Person>();
  /** Who has an anniversary on a day of the year, by `MM-DD`. */
  readonly #anniversaries = new Map<string, Set<Person>>();
  #toRecord: ActivityEvent[] = [];
  #toAttest: AttestationEvent[] = [];
  /** By file, and by hand. */
  readonly #recorded = new Map<string, ActivityEvent>();
  readonly #entered = new Map<string, ActivityEvent>();
  readonly #years: SimulatedYear[] = [];
  readonly #differences: string[] = [];
  #compared = 0;
  #recertified = 0;

  constructor(office: Office, simulation: Simulation, people: Person[]) {
    this.#office = office;
    this.#simulation = simulation;
    this.#desk = new Desk(office, simulation.folder);
    this.#chance = chanceOf(simulation.seed, 1_000_003);
    this.#toJoin = people;
  }

  async day(day: CalendarDate): Promise<void> {
    const [year = '', month = '', dayOfMonth = ''] = day.split('-');
    if (day === this.#simulation.from || dayOfMonth === '15') await this.#admit(day);
    if (dayOfMonth === '01') await this.#recertify(day);
    await this.#plan(day);
    const { payments, activities, attestations } = this.#agenda.take(day);
    await this.#desk.deposit(day, payments);
    // What comes on paper is entered at once, what comes online with the next file.
    const [onPaper, online] = [activities.filter(isOnPaper), activities.filter((one) => !isOnPaper(one))];
    for (const activity of onPaper)
      if (await this.#desk.enter(activity)) this.#entered.set(activity.externalId, activity);
    this.#toRecord.push(...online);
    this.#toAttest.push(...attestations);
    if (isMonday(day)) await this.#record();
    if (month === '01' && dayOfMonth === '15') await drawAudits(this.#office, day);
    if (month === '03' && dayOfMonth === '20') await closeAudits(this.#office, day, this.#chance);
    const sweeps = this.#simulation.sweepDaily || isBoundary(day);
    if (sweeps) await sweep(this.#office, { asOf: day, dryRun: false }, unwatchedWork());
    else await this.#refreshThoseOf(day);
    await this.#compare(day, sweeps && isBoundary(day));
    if (`${month}-${dayOfMonth}` === '12-31') this.#endYear(Number(year));
  }

  /** Those who were certified since the last time; their papers come in the middle of the month. */
  async #admit(day: CalendarDate): Promise<void> {
    const count = this.#toJoin.findIndex(({ certifiedOn }) => certifiedOn > day);
    const joining = this.#toJoin.splice(0, count < 0 ? this.#toJoin.length : count);
    if (joining.length === 0) return;
    const policy = await officePolicy(this.#office);
    const waived: string[][] = [];
    for (const person of joining) {
      this.#joined.set(person.memberNo, person);
      let next = addYears(person.anchor, 1);
      for (let n = 1; next < this.#simulation.from; next = addYears(person.anchor, ++n))
        waived.push([person.memberNo, person.code, next, '50.00', 'yes']);
      this.#begin(person);
      // The papers of a cycle that began before the office kept these books come with them.
      const fee = policy.value(`annual-fee.${person.code}`, next).value;
      planYear(person, next, fee, this.#agenda);
      const points = policy.value(`points-required.${person.code}`, person.anchor).value;
      // Those of before 2006 are past their first cycle, and not bound by it.
      if (person.certifiedOn >= '2006-01-01') planCycle(person, person.anchor, points, this.#agenda);
    }
    await this.#desk.admit(joining, waived);
    // What is told before the books begin is told on their first day.
    if (day === this.#simulation.from)
      for (let past = '2003-01-01'; past < day; past = addDays(past, 1)) {
        const { activities } = this.#agenda.take(past);
        this.#toRecord.push(...activities);
      }
  }

  #begin(person: Person): void {
    const key = person.anchor.slice(5);
    const those = this.#anniversaries.get(key);
    if (those === undefined) this.#anniversaries.set(key, new Set([person]));
    else those.add(person);
  }

  /** On an anniversary people decide about the next one, and every third one about a new cycle. */
  async #plan(day: CalendarDate): Promise<void> {
    const policy = await officePolicy(this.#office);
    for (const person of this.#anniversaries.get(day.slice(5)) ?? []) {
      const n = Number(day.slice(0, 4)) - Number(person.anchor.slice(0, 4));
      if (n < 1) continue;
      const next = addYears(person.anchor, n + 1);
      const { value } = policy.value(`annual-fee.${person.code}`, next);
      planYear(person, next, value, this.#agenda);
      const points = policy.value(`points-required.${person.code}`, day).value;
      if (n % 3 === 0) planCycle(person, day, points, this.#agenda);
    }
  }

  async #record(): Promise<void> {
    for (const activity of this.#toRecord) this.#recorded.set(activity.externalId, activity);
    await this.#desk.record(
      this.#toRecord,
      this.#toAttest.filter(({ memberNo, cycleStart }) => this.#isCycle(memberNo, cycleStart)),
    );
    this.#toRecord = [];
    this.#toAttest = [];
  }

  /** A slip for a cycle that a recertification cut off is not taken in. */
  #isCycle(memberNo: string, cycleStart: CalendarDate): boolean {
    const anchor = this.#joined.get(memberNo)?.anchor ?? '';
    return cycleStart >= anchor && cycleStart.slice(5) === anchor.slice(5);
  }

  /** Some who lapsed come back: their anniversary and their cycle begin anew. */
  async #recertify(day: CalendarDate): Promise<void> {
    const lapsed = this.#office.db.sqlite
      .prepare<[CalendarDate], string>(
        // Whoever paid ahead for a year that has not begun waits until it has.
        `SELECT m.member_no FROM standing s JOIN certification c ON c.id = s.certification_id
         JOIN member m ON m.id = c.member_id WHERE s.status = 'lapsed'
         AND NOT EXISTS (SELECT 1 FROM annual_fee f WHERE f.certification_id = c.id AND f.year_start >= ?)
         ORDER BY m.member_no`,
      )
      .pluck()
      .all(day);
    const back = lapsed.filter(() => this.#chance.happens(0.02));
    const policy = await officePolicy(this.#office);
    const rows: string[][] = [];
    for (const person of back.map((memberNo) => this.#joined.get(memberNo))) {
      // A file of certifications can tell of one recertification; who lapsed again stays away.
      if (person === undefined || person.anchor !== person.certifiedOn) continue;
      this.#anniversaries.get(person.anchor.slice(5))?.delete(person);
      person.anchor = day;
      rows.push([person.memberNo, person.code, person.certifiedOn, day]);
      this.#begin(person);
      const next = addYears(day, 1);
      planYear(person, next, policy.value(`annual-fee.${person.code}`, next).value, this.#agenda);
      planCycle(person, day, policy.value(`points-required.${person.code}`, day).value, this.#agenda);
    }
    this.#recertified += rows.length;
    await this.#desk.certify(rows);
  }

  /**
   * On a day without a sweep time alone changes the standing of those alone whose certification year or last cycle year begins or has
   * just begun; fees come due, past due and to a lapse by whole months, on the days of a sweep.
   */
  async #refreshThoseOf(day: CalendarDate): Promise<void> {
    const near = [-1, 0, 1, 2].flatMap((days) => [
      ...(this.#anniversaries.get(addDays(day, days).slice(5)) ?? []),
    ]);
    if (near.length === 0) return;
    const ids = this.#idsOf(near.map(({ memberNo }) => memberNo));
    await refreshStandings(this.#office, day, unwatchedWork(), ids);
  }

  #idsOf(memberNos: readonly string[]): readonly number[] {
    const id = this.#office.db.sqlite
      .prepare<[string], number>('SELECT id FROM member WHERE member_no = ?')
      .pluck();
    return [...new Set(memberNos)].map((memberNo) => id.get(memberNo) ?? 0);
  }

  async #compare(day: CalendarDate, everyone: boolean): Promise<void> {
    const numbers = [...this.#joined.keys()];
    const some = Array.from({ length: this.#simulation.comparedDaily }, () => this.#chance.oneOf(numbers));
    const selections = everyone ? await memberRanges(this.#office.reader, 500) : [{ ids: this.#idsOf(some) }];
    for (const members of selections) {
      const second = everyone && day.endsWith('-12-31') ? KNOWN : null;
      const { compared, lines } = await differences(this.#office, members, day, second);
      this.#compared += compared;
      this.#differences.push(...lines.slice(0, 20 - this.#differences.length));
    }
  }

  #endYear(year: number): void {
    const { sqlite } = this.#office.db;
    const byStatus = Object.fromEntries(STANDING_STATUSES.map((status) => [status, 0])) as Record<
      StandingStatus,
      number
    >;
    for (const { status, count } of sqlite
      .prepare<[], { status: StandingStatus; count: number }>(
        'SELECT status, count(*) AS count FROM standing GROUP BY status',
      )
      .all())
      byStatus[status] = count;
    const rolled = this.#count(`SELECT count(*) FROM rolled_cycle WHERE rolled_on LIKE '${year}-%'`);
    const activities = this.#count('SELECT count(*) FROM activity');
    this.#years.push({ year, byStatus, rolled, activities });
    this.#simulation.progress?.(yearLine({ year, byStatus, rolled, activities }));
  }

  #count(sql: string): number {
    return this.#office.db.sqlite.prepare<[], number>(sql).pluck().get() ?? -1;
  }

  /** Every activity is there once, of its member, on its days, with the points that it claimed; and no other. */
  #lost(): readonly string[] {
    const rows = this.#office.db.sqlite
      .prepare<[], { title: string; memberNo: string; claimed: number; on: string }>(
        `SELECT a.title, m.member_no AS memberNo, coalesce(a.claimed_points, a.points) AS claimed,
           coalesce(a.completed_on, a.employed_from) AS "on" FROM activity a JOIN member m ON m.id = a.member_id`,
      )
      .all();
    const there = new Map(rows.map((row) => [row.title, row]));
    const all = [...this.#recorded.values(), ...this.#entered.values()];
    const lost = all.filter((activity) => {
      const row = there.get(titleOf(activity));
      const on = activity.completedOn || activity.employedFrom;
      return row?.memberNo !== activity.memberNo || row.claimed !== activity.points || row.on !== on;
    });
    const more = rows.length - all.length;
    return [
      ...lost.map(({ externalId }) => externalId),
      ...(more > 0 ? [`${more} that nobody recorded`] : []),
    ];
  }

  report(): SimulationReport {
    const all = ['standing', 'rolled_cycle', 'annual_fee', 'lapse'].map((table) =>
      this.#office.db.sqlite.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
    );
    return {
      years: this.#years,
      compared: this.#compared,
      differences: this.#differences,
      rolledTwice: rolledTwice(this.#office),
      lostActivities: this.#lost(),
      totals: {
        payments: this.#count('SELECT count(*) FROM payment'),
        imported: this.#recorded.size,
        entered: this.#entered.size,
        attestations: this.#count('SELECT count(*) FROM attestation'),
        audits: this.#count('SELECT count(*) FROM audit'),
        rolled: this.#count('SELECT count(*) FROM rolled_cycle'),
        lapses: this.#count('SELECT count(*) FROM lapse'),
        recertified: this.#recertified,
      },
      digest: createHash('sha256').update(JSON.stringify(all)).digest('hex'),
    };
  }
}

/** One year as the test prints it. */
export function yearLine({ year, byStatus, rolled, activities }: SimulatedYear): string {
  const counts = STANDING_STATUSES.map((status) => `${status} ${byStatus[status]}`).join(', ');
  return `${year}: ${counts}; ${rolled} cycles rolled, ${activities} activities`;
}

/** Fees come due on the first, past due on the first of the next month and to a lapse on a month's last days. */
function isBoundary(day: CalendarDate): boolean {
  return day.endsWith('-01') || day === lastDayOfMonth(day) || day.endsWith('-02-28');
}

function isMonday(day: CalendarDate): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}

/** policy.md B, written down once more for the second reading. */
const FEES = { MT: 90, MLT: 90, MDT: 90, CLC: 90, RMA: 50, CMAS: 50, RDA: 50, CMLA: 50, RPT: 50, AHI: 30 };
const KNOWN: OraclePolicy = {
  feeCents: Object.fromEntries(Object.entries(FEES).map(([code, dollars]) => [code, dollars * 100])),
  points: { MT: 45, MLT: 45, MDT: 36, CLC: 45, RMA: 30, CMAS: 30, RDA: 30, CMLA: 30, RPT: 24, AHI: 30 },
  graceDays: 0,
};
