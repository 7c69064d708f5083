import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { addYears, daysBetween } from '../../../shared/util/dates.ts';
import type { Chance } from './chance.ts';
import type { CycleCourse, ExtraActivity } from './course.ts';

/** A cycle that ended with its points recorded or attested; for those not bound whatever they cared to record. */
export function ordinaryCycle(bound: boolean, chance: Chance): CycleCourse {
  if (!bound) return { share: chance.happens(0.7) ? 0 : chance.fraction(), attested: null, extras: [] };
  if (chance.happens(0.3)) {
    return {
      share: chance.happens(0.6) ? 0 : chance.fraction() * 0.8,
      attested: 'in-time',
      extras: extras(chance),
    };
  }
  return { share: 1 + chance.fraction() * 0.25, attested: null, extras: extras(chance) };
}

/** The cycle that runs on `asOf`: about as far as the time has come, some behind, some ahead. */
export function openCycle(
  anchor: CalendarDate,
  index: number,
  asOf: CalendarDate,
  bound: boolean,
  chance: Chance,
): CycleCourse {
  if (!bound) return ordinaryCycle(bound, chance);
  const start = addYears(anchor, index * 3);
  const passed = Math.max(0, daysBetween(start, asOf)) / 1096;
  const share = chance.happens(0.2) ? 0 : passed * (0.3 + chance.fraction());
  const lastMonths = passed > 0.9;
  return {
    share,
    attested: lastMonths && share < 1 && chance.happens(0.3) ? 'in-time' : null,
    extras: extras(chance),
  };
}

const EXTRAS: readonly { readonly weight: number; readonly extra: ExtraActivity }[] = [
  { weight: 40, extra: 'employment' },
  { weight: 8, extra: 'employment-across-2020' },
  { weight: 14, extra: 'employment-after-2020' },
  { weight: 12, extra: 'before-cycle' },
  { weight: 14, extra: 'no-criterion' },
  { weight: 6, extra: 'rejected' },
];

function extras(chance: Chance): readonly ExtraActivity[] {
  return chance.happens(0.14) ? [chance.weighted(EXTRAS).extra] : [];
}
