import { createHash, type Hash } from 'node:crypto';
import { anchorOf } from '../../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addYears, calendarDate, yearOf } from '../../../shared/util/dates.ts';
import { bulkInsert, type NewRow } from '../../db/bulk-insert.ts';
import type { Write } from '../../db/transaction.ts';
import { calendarOf } from './calendar.ts';
import type { CertificationCourse, FeeCourse } from './course.ts';
import type { AuditOfCertification } from './member-rows.ts';

const RATE = 0.05;

/** The annual audits of the office: from whom was drawn, and who was. */
export interface AuditCampaigns {
  add(
    memberNo: string,
    courses: readonly CertificationCourse[],
    audits: readonly AuditOfCertification[],
  ): void;
  /** Inserts campaigns and audits; @returns how many audits. */
  insert(write: Write): number;
}

export function auditCampaigns(seed: number, asOf: CalendarDate): AuditCampaigns {
  const populations = new Map<number, { count: number; readonly hash: Hash }>();
  const audits: AuditOfCertification[] = [];

  function population(year: number): { count: number; readonly hash: Hash } {
    const known = populations.get(year) ?? { count: 0, hash: createHash('sha256') };
    populations.set(year, known);
    return known;
  }

  return {
    add(memberNo, courses, found) {
      for (const course of courses) {
        for (const year of rollYears(course, asOf)) {
          const one = population(year + 1);
          one.count += 1;
          one.hash.update(`${memberNo},${course.code}\n`);
        }
      }
      for (const audit of found) {
        population(yearOf(audit.selectedOn));
        audits.push(audit);
      }
    },
    insert(write) {
      // The draw of the year itself is left to whoever tries the sample.
      const years = [...populations.keys()].filter((year) => year < yearOf(asOf)).sort();
      const draws = years.map((year, index): NewRow<'audit_draw'> & { readonly id: number } => {
        const { count, hash } = population(year);
        return {
          id: index + 1,
          campaign_id: index + 1,
          number: 1,
          algorithm: 'taken-over',
          seed: `${year}-${seed}`,
          rate: RATE,
          population: count,
          population_sha256: hash.digest('hex'),
          drawn_on: calendarDate(year, 1, 15),
          drawn_by: 'sample',
        };
      });
      const idOf = new Map(years.map((year, index) => [year, index + 1]));
      const campaigns = years.map((year, index) => ({ id: index + 1, year }));
      bulkInsert(write, 'audit_campaign', CAMPAIGN, campaigns);
      bulkInsert(write, 'audit_draw', DRAW, draws);
      bulkInsert(
        write,
        'audit',
        AUDIT,
        audits.map((audit) => {
          const campaign = idOf.get(yearOf(audit.selectedOn)) ?? null;
          return {
            campaign_id: campaign,
            draw_id: campaign,
            for_cause: campaign === null ? FOR_CAUSE : null,
            certification_id: audit.certificationId,
            cycle_start: audit.cycleStart,
            selected_on: audit.selectedOn,
            closed_on: audit.closedOn,
            outcome: audit.outcome,
          };
        }),
      );
      return audits.length;
    },
  };
}

const FOR_CAUSE = 'Two entries of the cycle name the same course.';

const CAMPAIGN = ['id', 'year'] as const;

const DRAW = [
  'id',
  'campaign_id',
  'number',
  'algorithm',
  'seed',
  'rate',
  'population',
  'population_sha256',
  'drawn_on',
  'drawn_by',
] as const;

const AUDIT = [
  'campaign_id',
  'draw_id',
  'for_cause',
  'certification_id',
  'cycle_start',
  'selected_on',
  'closed_on',
  'outcome',
] as const;

const UNPAID: readonly (FeeCourse | undefined)[] = ['unpaid', 'not-invoiced', 'part-paid', undefined];

/** The years in which a certification bound by CCP moved on to its next cycle. */
function rollYears(course: CertificationCourse, asOf: CalendarDate): readonly number[] {
  const years: number[] = [];
  const { bound, endedCycles } = calendarOf(course, asOf);
  for (const [index, cycle] of course.cycles.slice(0, endedCycles).entries()) {
    const paid = !course.fees.slice(0, index * 3 + 2).some((fee) => UNPAID.includes(fee));
    if (!bound || !paid || (cycle.share < 1 && cycle.attested !== 'in-time')) break;
    years.push(yearOf(addYears(anchorOf(course), (index + 1) * 3)));
  }
  return years;
}
