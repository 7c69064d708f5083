import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { addDays, addMonths } from '../../../../shared/util/dates.ts';
import { calendarOf } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { CertificationCourse, CycleCourse, FeeCourse } from '../course.ts';
import type { Person } from '../person.ts';
import type { SampleBook } from '../sample-book.ts';

/** What a character's person may be made with. */
export interface Setting {
  readonly book: SampleBook;
  readonly joined: CalendarDate;
  readonly asOf: CalendarDate;
  readonly chance: Chance;
}

/** A member of the fixed roster: every sample office has one, so that each exception is there to be seen. */
export interface Character {
  /** The exception, e.g. `lapsed by fees, ten years or more`. */
  readonly about: string;
  /** First, middle and last name and suffix, separated by `|`. */
  readonly name: string;
  readonly courses: readonly CertificationCourse[];
  /** What differs from anyone else; all by chance where absent. */
  readonly person?: (someone: Person, setting: Setting) => Partial<Person>;
}

/** Writes courses as of a date. */
export interface Script {
  readonly asOf: CalendarDate;
  /** So many years, months and days before `asOf`. */
  ago(years: number, months?: number, days?: number): CalendarDate;
  /** A course with every fee so far paid, every past cycle's points recorded, and the present one's as far as time has come. */
  course(
    code: CertificationCode,
    certifiedOn: CalendarDate,
    change?: Partial<CertificationCourse>,
  ): CertificationCourse;
}

export function scriptAsOf(asOf: CalendarDate): Script {
  return {
    asOf,
    ago: (years, months = 0, days = 0) => addDays(addMonths(asOf, -(years * 12 + months)), -days),
    course(code, certifiedOn, change = {}) {
      const recertifiedOn = change.recertifiedOn ?? null;
      const { settledYears, yearDueNow, endedCycles, bound } = calendarOf(
        { code, certifiedOn, recertifiedOn },
        asOf,
      );
      const recorded = Array.from({ length: endedCycles }, () => RECORDED);
      const lastYear = settledYears - endedCycles * 3 === 2;
      return {
        code,
        certifiedOn,
        recertifiedOn,
        fees: paid(settledYears + (yearDueNow === null ? 0 : 1)),
        earlierFees: [],
        cycles: bound ? [...recorded, lastYear ? RECORDED : HALF] : [],
        audits: [],
        application: null,
        ...change,
      };
    },
  };
}

export function paid(years: number): readonly FeeCourse[] {
  return Array.from({ length: years }, () => 'paid');
}

export function unpaid(years: number): readonly FeeCourse[] {
  return Array.from({ length: years }, () => 'unpaid');
}

/** Cycles as they may end or stand. */
export const RECORDED: CycleCourse = { share: 1.05, attested: null, extras: [] };
export const ATTESTED: CycleCourse = { share: 0, attested: 'in-time', extras: [] };
export const HALF: CycleCourse = { share: 0.5, attested: null, extras: [] };
export const NOTHING: CycleCourse = { share: 0, attested: null, extras: [] };
export const SHORT: CycleCourse = { share: 0.6, attested: null, extras: [] };
