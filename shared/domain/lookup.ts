import type { CertificationCode } from './codes.ts';
import type { StandingStatus } from './standing.ts';

/** One member found by a lookup, best first. */
export interface LookupHit {
  readonly memberNo: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly phone: string;
  readonly deceased: boolean;
  /** status is null only where the certification was never evaluated. */
  readonly certifications: readonly {
    readonly code: CertificationCode;
    readonly status: StandingStatus | null;
  }[];
  /** What the text was found in. */
  readonly matched: 'number' | 'name' | 'phone' | 'email' | 'zip' | 'certificate' | 'similar-name';
}
