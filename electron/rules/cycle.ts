import { cycleKeys } from '../../shared/domain/certification-years.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { dateOfKey } from '../../shared/util/dates.ts';
import type { CertificationCase } from './certification-case.ts';

// SC-CCP-3: "CCP points are due every 3 years by the end of your certification cycle."
// policy.md C3: start = certification date (or recertification date), end = the day before the third anniversary.

/** A CCP cycle of a case; both ends are inside. */
export interface Cycle {
  /** From 0. */
  readonly index: number;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly startKey: number;
  readonly endKey: number;
}

export function cycleAt(c: CertificationCase, index: number): Cycle {
  const { startKey, endKey } = cycleKeys(c.anchorKey, index, c.cycleYears);
  return { index, start: dateOfKey(startKey), end: dateOfKey(endKey), startKey, endKey };
}
