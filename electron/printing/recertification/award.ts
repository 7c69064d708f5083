import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate, RecertificationRoute } from '../../../shared/domain/facts.ts';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';

/** What a certificate and a wallet card say. */
export interface Award {
  readonly office: OfficeProfile;
  readonly memberName: string;
  readonly memberNo: string;
  readonly code: CertificationCode;
  readonly certificationName: string;
  readonly certificateNo: string | null;
  readonly route: RecertificationRoute;
  readonly certifiedOn: CalendarDate;
  readonly recertifiedOn: CalendarDate;
  /** The last day of the CCP cycle that begins with it. */
  readonly cycleEnd: CalendarDate;
  /** Whether it is bound by CCP. */
  readonly bound: boolean;
}
