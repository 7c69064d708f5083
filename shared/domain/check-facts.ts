import { dateKey } from '../util/dates.ts';
import { anniversaryNumber, isCycleStart } from './certification-years.ts';
import type { CalendarDate, CertificationFact, Facts } from './facts.ts';
import { at, FactsError } from './facts-reader.ts';

/**
 * Checks what the dates of facts say about each other: nothing certified after `asOf`, years that start on an
 * anniversary, cycles that start where cycles do, and nothing there twice.
 * @throws FactsError naming the path of the first value that is wrong.
 */
export function checkDates(facts: Facts, path: string, cycleYears: number): void {
  const { certification } = facts;
  checkCertification(certification, facts.asOf, at(path, 'certification'));
  const years = new Set<CalendarDate>();
  for (const [index, { yearStart }] of facts.fees.entries()) {
    const where = at(at(at(path, 'fees'), index), 'yearStart');
    checkYearStart(certification, yearStart, where);
    if (years.has(yearStart)) throw new FactsError(where, `${yearStart} is there twice`);
    years.add(yearStart);
  }
  const ids = new Set<string>();
  for (const [index, { id }] of facts.activities.entries()) {
    if (ids.has(id))
      throw new FactsError(at(at(at(path, 'activities'), index), 'id'), `“${id}” is there twice`);
    ids.add(id);
  }
  for (const list of ['attestations', 'audits'] as const) {
    for (const [index, { cycleStart }] of facts[list].entries()) {
      checkCycleStart(certification, cycleStart, at(at(at(path, list), index), 'cycleStart'), cycleYears);
    }
  }
}

function checkCertification(certification: CertificationFact, asOf: CalendarDate, path: string): void {
  const { certifiedOn, recertifiedOn } = certification;
  if (certifiedOn > asOf)
    throw new FactsError(at(path, 'certifiedOn'), `${certifiedOn} is after asOf ${asOf}`);
  if (recertifiedOn === null) return;
  const where = at(path, 'recertifiedOn');
  if (recertifiedOn < certifiedOn) {
    throw new FactsError(where, `${recertifiedOn} is before certifiedOn ${certifiedOn}`);
  }
  if (recertifiedOn > asOf) throw new FactsError(where, `${recertifiedOn} is after asOf ${asOf}`);
}

/**
 * Years count from the certification up to the recertification, and from there on anew. On the day of the
 * recertification itself a year of the old count may have begun.
 */
function checkYearStart(certification: CertificationFact, yearStart: CalendarDate, path: string): void {
  const { certifiedOn, recertifiedOn } = certification;
  const anchor = recertifiedOn !== null && yearStart > recertifiedOn ? recertifiedOn : certifiedOn;
  if (anniversaryNumber(dateKey(anchor), dateKey(yearStart)) > 0) return;
  throw new FactsError(path, `${yearStart} is not an anniversary of ${anchor}`);
}

function checkCycleStart(
  certification: CertificationFact,
  cycleStart: CalendarDate,
  path: string,
  cycleYears: number,
): void {
  const { certifiedOn, recertifiedOn } = certification;
  const anchor = recertifiedOn !== null && cycleStart >= recertifiedOn ? recertifiedOn : certifiedOn;
  if (isCycleStart(anchor, cycleStart, cycleYears)) return;
  throw new FactsError(
    path,
    `${cycleStart} is not the start of a cycle: cycles of ${cycleYears} years start on ${anchor}`,
  );
}
