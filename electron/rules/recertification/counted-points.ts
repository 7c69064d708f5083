import type { ApplicationPoints, JudgedPoints } from '../../../shared/domain/recertification.ts';
import { displayDate, epochDay } from '../../../shared/util/dates.ts';
import { meetsCriterion } from '../criterion.ts';
import type { ApplicationCase } from './application.ts';
import { pointsWindow } from './points-window.ts';

// SC-RECERT-1: "submit a Recertification by CCP Application with supporting documentation and fee."
// PB-REC-1: points per type of competency with proof. SC-CCP-1, SC-CCP-2 and SC-CCP-4 decide what counts, as they do in a cycle.

/** What of a line of an application counts, and why not all of it. */
export function judgedPoints(line: ApplicationPoints, application: ApplicationCase): JudgedPoints {
  const refused = refusal(line, application);
  if (refused !== null) return { ...line, counted: 0, because: refused };
  if (line.employedFrom === null) return { ...line, counted: line.points, because: null };
  return { ...line, ...employment(line, line.employedFrom, application) };
}

/** The points of an application that count. */
export function countedPoints(application: ApplicationCase): number {
  const hundredths = application.points.reduce(
    (sum, line) => sum + Math.round(judgedPoints(line, application).counted * 100),
    0,
  );
  return hundredths / 100;
}

function refusal(line: ApplicationPoints, { receivedOn, policy }: ApplicationCase): JudgedPoints['because'] {
  const { withdrawnOn, refusedWhy, criteria, completedOn, proofOn } = line;
  if (withdrawnOn !== null)
    return { citation: 'PB-REC-1', why: `taken off the application on ${displayDate(withdrawnOn)}` };
  if (refusedWhy !== null) return { citation: 'SC-CCP-1', why: `refused on review: ${refusedWhy}` };
  if (!meetsCriterion(criteria)) return { citation: 'SC-CCP-1', why: 'meets none of the three criteria' };
  const { from, to } = pointsWindow(receivedOn, policy);
  if (completedOn !== null && completedOn < from)
    return { citation: 'SC-CCP-4', why: `completed before ${displayDate(from)}` };
  if (completedOn !== null && completedOn > to)
    return { citation: 'SC-CCP-4', why: `completed after the application was received` };
  if (proofOn === null) return { citation: 'PB-REC-1', why: 'no proof yet' };
  return null;
}

/** SC-CCP-2: only days on or before the last day for which employment earns points, in proportion, rounded down to whole points. */
function employment(
  { points, employedTo }: ApplicationPoints,
  employedFrom: string,
  { receivedOn, policy }: ApplicationCase,
): Pick<JudgedPoints, 'counted' | 'because'> {
  const window = pointsWindow(receivedOn, policy);
  const lastDay = policy.date('employment-last-day', receivedOn).value;
  const worked = employedTo ?? receivedOn;
  const days = daysFrom(
    employedFrom > window.from ? employedFrom : window.from,
    [worked, window.to, lastDay].reduce((a, b) => (a < b ? a : b)),
  );
  const all = daysFrom(employedFrom, worked);
  const counted = days === 0 ? 0 : Math.floor((Math.round(points * 100) * days) / (100 * all));
  if (counted === points) return { counted, because: null };
  const why = `only employment from ${displayDate(window.from)} to ${displayDate(lastDay)} counts`;
  return {
    counted,
    because: {
      citation: 'SC-CCP-2',
      why: window.from > lastDay ? `employment after ${displayDate(lastDay)} earns no points` : why,
    },
  };
}

function daysFrom(from: string, to: string): number {
  return to < from ? 0 : epochDay(to) - epochDay(from) + 1;
}
