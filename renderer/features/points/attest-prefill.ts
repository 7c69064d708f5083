import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PointsOfCertification } from '../../../shared/domain/points.ts';

/** What is filled in already when a slip is recorded for a cycle of a list. */
export interface AttestPrefill {
  readonly codes: readonly CertificationCode[];
  /** Today while the cycle runs; empty once it has ended, for then only the slip tells whether it was signed in time (PB-CCP-3). */
  readonly signedOn: CalendarDate | '';
  /** The last day on which it can have been signed. */
  readonly latest: CalendarDate;
}

/** @param code the certification of the row; null: the one cycle that can be meant, if there is only one */
export function attestPrefill(
  certifications: readonly Pick<PointsOfCertification, 'code' | 'bound' | 'attested' | 'cycleEnd'>[],
  code: CertificationCode | null,
  today: CalendarDate,
): AttestPrefill {
  const open = certifications.filter(
    (one) => one.bound && !one.attested && (code === null || one.code === code),
  );
  const [only] = open;
  if (only === undefined || open.length > 1) return { codes: [], signedOn: today, latest: today };
  const ended = only.cycleEnd < today;
  return {
    codes: [only.code],
    signedOn: ended ? '' : today,
    latest: ended ? only.cycleEnd : today,
  };
}
