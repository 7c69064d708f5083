import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';
import type { Attention, StandingStatus } from './standing.ts';

export const MEMBER_SORTS = [
  'name',
  'memberNo',
  'city',
  'state',
  'zip',
  'status',
  'nextDueOn',
  'owedCents',
  'pointsOutstanding',
  'cycleEnd',
] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];

/** Which members a list shows; an absent part does not narrow. Several values of one part mean "any of them". */
export interface MemberFilter {
  readonly status?: readonly StandingStatus[] | undefined;
  readonly code?: readonly CertificationCode[] | undefined;
  /** Two letters. */
  readonly state?: readonly string[] | undefined;
  /** 1 to 12. */
  readonly anniversaryMonth?: number | undefined;
  readonly attention?: Attention | undefined;
  /** Part of a name or number. */
  readonly text?: string | undefined;
}

export interface MemberQuery {
  readonly filter: MemberFilter;
  readonly sort: { readonly by: MemberSort; readonly descending: boolean };
}

/** One member in the list. */
export interface MemberRow {
  readonly memberNo: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly email: string;
  readonly phone: string;
  readonly deceased: boolean;
  readonly certifications: readonly {
    readonly code: CertificationCode;
    readonly status: StandingStatus | null;
  }[];
  /** The worst of the certifications' statuses. */
  readonly status: StandingStatus | null;
  readonly nextDueOn: CalendarDate | null;
  /** Whole cents over all certifications. */
  readonly owedCents: number;
  readonly pointsOutstanding: number;
  /** The earliest end of an open cycle. */
  readonly cycleEnd: CalendarDate | null;
}

export interface MemberRows {
  readonly total: number;
  readonly rows: readonly MemberRow[];
}
