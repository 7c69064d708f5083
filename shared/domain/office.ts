import type { ErrorShape } from '../ipc/errors.ts';
import type { CalendarDate } from './facts.ts';
import type { OfficeProfile } from './notice.ts';

/** What the window shows before anything else. */
export interface OfficeState {
  /** null = no office is open: the first start asks what to do. */
  readonly office: {
    readonly folder: string;
    readonly profile: OfficeProfile;
    /** true for a sample office, which the window says all the time. */
    readonly sample: boolean;
    readonly members: number;
  } | null;
  /** Why the office of the last time could not be opened at the start; null once another was. */
  readonly notOpened: ErrorShape | null;
  readonly today: CalendarDate;
  readonly actor: string;
  readonly version: string;
  /** Where a new office would go unless another folder is chosen. */
  readonly defaultFolder: string;
  /** Where a sample office would go, apart from the office's own. */
  readonly sampleFolder: string;
}

/** One line of Today: a count that leads to its list. */
export interface TodayItem {
  readonly id:
    | 'no-members'
    | 'no-profile'
    | 'standing-stale'
    | 'renewals-to-prepare'
    | 'renewals-to-print'
    | 'renewals-to-mail'
    | 'held-notices'
    | 'addresses-to-find'
    | 'due'
    | 'past-due'
    | 'points-outstanding'
    | 'roll-blocked'
    | 'audit-open'
    | 'lapsed'
    | 'over-cap'
    | 'duplicates'
    | 'unsupported'
    | 'in-grace'
    | 'policy-unconfirmed';
  readonly count: number;
  /** One sentence. */
  readonly text: string;
  /** Route in the window, e.g. `/members?status=past-due`. */
  readonly link: string;
}

export interface TodayView {
  readonly asOf: CalendarDate;
  /** The date standings were last brought up to date; null = never. */
  readonly sweptOn: CalendarDate | null;
  readonly members: number;
  readonly certifications: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly items: readonly TodayItem[];
}

export interface BackupReport {
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly files: number;
}

export interface VerifyReport {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly name: 'integrity' | 'foreign-keys' | 'journal' | 'documents' | 'runs' | 'payments';
    readonly ok: boolean;
    readonly message: string;
  }[];
}
