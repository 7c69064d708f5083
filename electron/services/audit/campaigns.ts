import type { AuditDraw, AuditDrawSummary, AuditForecast } from '../../../shared/domain/audit-draw.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { Work } from '../../jobs/work.ts';
import { auditCounts, exclusionCounts } from '../../repositories/audit-cases.ts';
import { drawsOn } from '../../repositories/audit-draws.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { countExcluded, refuseYear, shown } from './draw.ts';
import { auditPopulation, drawable } from './population.ts';
import { recordedDraw } from './repeat.ts';

/** Every draw on record, the newest year first. */
export async function drawSummaries(view: Pick<OfficeView, 'reader'>): Promise<readonly AuditDrawSummary[]> {
  const counts = await auditCounts(view.reader);
  const excluded = await exclusionCounts(view.reader);
  return (await drawsOn(view.reader, null)).map(({ id, year: _year, size: _size, ...draw }) => ({
    ...draw,
    excluded: excluded.get(id) ?? {},
    size: counts.get(id)?.size ?? 0,
    open: counts.get(id)?.open ?? 0,
  }));
}

/** One draw with whom it selected. @throws StandingError `draw-unknown` */
export async function drawView(
  view: Pick<OfficeView, 'reader'>,
  year: number,
  draw: number,
): Promise<AuditDraw> {
  return shown(view, await recordedDraw(view, year, draw));
}

/**
 * What a draw of a year would draw from, before anybody is drawn.
 * @throws StandingError `audit-year`, `cancelled`
 */
export async function forecastDraw(
  view: OfficeView,
  year: number,
  asOf: CalendarDate,
  work: Work,
): Promise<AuditForecast> {
  refuseYear(year, asOf);
  const candidates = await auditPopulation(view, year, asOf, work);
  const { value, confirmed } = (await officePolicy(view)).value('audit-sample-rate', asOf);
  return {
    year,
    population: drawable(candidates).length,
    excluded: countExcluded(candidates),
    rate: value,
    rateConfirmed: confirmed,
    earlier: (await drawsOn(view.reader, year)).length,
  };
}
