import { type AuditReport, daysTaken } from '../../../../shared/domain/audit-report.ts';
import { exactShare } from '../../../../shared/domain/exact-share.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { daysBetween } from '../../../../shared/util/dates.ts';
import {
  caseDates,
  foundActivities,
  outcomesByCode,
  reportCounts,
  reportSteps,
  secondOpinions,
} from '../../../repositories/audit-report.ts';
import { reviewerFigures } from '../../../repositories/audit-report-reviewers.ts';
import type { OfficeView } from '../../office.ts';
import { drawSummaries } from '../campaigns.ts';
import { recordedDraw } from '../repeat.ts';

/** The annual audit of a year from its draw to its outcomes. @throws StandingError `draw-unknown` */
export async function auditReport(
  view: Pick<OfficeView, 'reader'>,
  year: number,
  asOf: CalendarDate,
): Promise<AuditReport> {
  const { population } = await recordedDraw(view, year, 1);
  const { reader } = view;
  const counts = await reportCounts(reader, year, 'drawn', asOf);
  const dates = await caseDates(reader, year);
  return {
    year,
    asOf,
    draws: (await drawSummaries(view)).filter(({ campaign }) => campaign === String(year)),
    population,
    counts,
    forCause: await reportCounts(reader, year, 'for-cause', asOf),
    byCode: await outcomesByCode(reader, year),
    found: await foundActivities(reader, year),
    fromNotice: daysTaken(dates.flatMap(({ audit, toldOn, decidedOn }) => taken(audit, toldOn, decidedOn))),
    fromProof: daysTaken(
      dates.flatMap(({ audit, provedOn, decidedOn }) => taken(audit, provedOn, decidedOn)),
    ),
    ...(await reportSteps(reader, year)),
    agreement: await secondOpinions(reader, year),
    reviewers: await reviewerFigures(reader, year),
    failure: counts.decided === 0 ? null : exactShare(counts['non-compliant'], counts.decided),
  };
}

function taken(audit: number, from: CalendarDate | null, to: CalendarDate | null) {
  return from === null || to === null ? [] : [{ audit, days: Math.max(0, daysBetween(from, to)) }];
}
