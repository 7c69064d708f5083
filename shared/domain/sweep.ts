import type { CertificationCode } from './codes.ts';
import type { StandingStatus } from './standing.ts';

/** One change that a sweep makes, with its reason. */
export interface SweepChange {
  readonly kind: 'invoice' | 'roll' | 'lapse' | 'lapse-lifted';
  readonly memberNo: string;
  readonly memberName: string;
  readonly code: CertificationCode;
  /** Plain sentence with the fact. */
  readonly text: string;
  readonly citation: string;
}

export interface SweepReport {
  /** Certifications evaluated. */
  readonly evaluated: number;
  readonly invoiced: number;
  readonly rolled: number;
  readonly lapsed: number;
  readonly byStatus: Readonly<Record<StandingStatus, number>>;
  /** The changes themselves, in a dry run; at most 10,000. */
  readonly changes: readonly SweepChange[];
}
