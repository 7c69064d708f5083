import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate, RecertificationRoute } from '../../../shared/domain/facts.ts';
import type { KeptEligibility } from '../../../shared/domain/kept-eligibility.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { ApplicationPoints, RecertificationFee } from '../../../shared/domain/recertification.ts';

/** What the rules about an application see of it. Whether the felony question is answered they know; what was answered they do not. */
export interface ApplicationCase {
  readonly code: CertificationCode;
  readonly route: RecertificationRoute;
  readonly receivedOn: CalendarDate;
  readonly points: readonly ApplicationPoints[];
  readonly felonyAnswered: boolean;
  readonly attestedOn: CalendarDate | null;
  readonly eligibleBy: string | null;
  readonly eligibleCheckedOn: CalendarDate | null;
  /** What the eligibility assistant found; null where nothing of it is kept. */
  readonly eligibility: KeptEligibility | null;
  readonly fee: RecertificationFee | null;
  readonly policy: Policy;
}

/** Points that still stand on the application. */
export function listed({ points }: ApplicationCase): readonly ApplicationPoints[] {
  return points.filter(({ withdrawnOn }) => withdrawnOn === null);
}
