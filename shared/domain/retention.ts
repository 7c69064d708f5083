import type { CalendarDate } from './facts.ts';
import type { DocumentType, IntakeChannel, PartState } from './intake.ts';

/** The policy values that say how long documents are kept. */
export const RETENTION_POLICIES = ['retention-years-decided', 'retention-years-refused'] as const;
export type RetentionPolicy = (typeof RETENTION_POLICIES)[number];

/** What stops a document’s destruction. `legal`: placed by somebody with a reason; the others follow from the records. */
export type RetentionHold =
  | {
      readonly kind: 'legal';
      readonly hold: number;
      /** Whether it is on every document of the member. */
      readonly ofMember: boolean;
      readonly reason: string;
      readonly placedOn: CalendarDate;
      readonly placedBy: string;
    }
  | { readonly kind: 'open-case' | 'appeal' | 'in-queue' | 'return-letter' };

/** The holds that follow from the records, in the words of the desk. */
export const HOLD_WORDS: Readonly<Record<Exclude<RetentionHold['kind'], 'legal'>, string>> = {
  'open-case': 'A case that some of its pages are filed to is open.',
  appeal: 'The decision about some of its pages is appealed.',
  'in-queue': 'Some of its pages wait in the queue.',
  'return-letter': 'The letter that sends some of its pages back has not gone out.',
};

/** A hold as a sentence. */
export function holdText(hold: RetentionHold): string {
  if (hold.kind !== 'legal') return HOLD_WORDS[hold.kind];
  return `${hold.ofMember ? 'Legal hold on the member' : 'Legal hold'}: ${hold.reason} (${hold.placedBy})`;
}

/** How long a document is kept, and why. */
export interface KeptUntil {
  /** What was decided last about its pages. */
  readonly from: CalendarDate;
  readonly policy: RetentionPolicy;
  readonly years: number;
  readonly confirmed: boolean;
  /** The first day on which it may be destroyed. */
  readonly dueOn: CalendarDate;
}

/** Pages of a document that belong together, as its destruction keeps them in mind. */
export interface KeptPart {
  readonly state: PartState;
  readonly pages: number;
  readonly memberNo: string | null;
  readonly memberName: string | null;
  /** `audit 12`, `application 4`; null = none. */
  readonly case: string | null;
  /** When its case was decided, or it was refused, dismissed or let in; null = not yet. */
  readonly decidedOn: CalendarDate | null;
}

/** How a document came. */
export interface KeptArrival {
  readonly name: string;
  readonly channel: IntakeChannel;
  readonly on: CalendarDate;
  readonly by: string;
}

/** A document whose time is over. */
export interface DueDocument {
  readonly document: number;
  readonly sha256: string;
  readonly bytes: number;
  readonly type: DocumentType;
  /** null where they could not be read. */
  readonly pages: number | null;
  readonly arrivals: readonly KeptArrival[];
  readonly parts: readonly KeptPart[];
  readonly until: KeptUntil;
  /** What stops its destruction; it may be destroyed where nothing does. */
  readonly holds: readonly RetentionHold[];
}

/** Documents whose time is over: those that may be destroyed, or those that something stops. */
export interface DueDocuments {
  readonly total: number;
  readonly rows: readonly DueDocument[];
}

/** How much there is to destroy, and the policy in force today. */
export interface RetentionState {
  readonly due: number;
  readonly held: number;
  readonly destroyed: number;
  /** Documents on record that are still there. */
  readonly kept: number;
  readonly policies: readonly {
    readonly name: RetentionPolicy;
    readonly title: string;
    readonly years: number;
    readonly confirmed: boolean;
  }[];
}

/** A line of the destruction log. */
export interface DestroyedDocument extends Omit<DueDocument, 'until' | 'holds'> {
  readonly destruction: number;
  readonly until: Omit<KeptUntil, 'confirmed'>;
  readonly destroyedOn: CalendarDate;
  readonly actor: string;
  readonly approvedBy: string;
  readonly note: string;
  /** When the bytes were gone; null = a crash came between, and they go at the next start. */
  readonly goneAt: string | null;
  /** What else has the very same bytes, which therefore stay; null = nothing. */
  readonly bytesKeptFor: string | null;
  /** When the very same bytes came in again. */
  readonly cameAgainAt: string | null;
}

export interface DestructionLog {
  readonly total: number;
  /** The last first. */
  readonly rows: readonly DestroyedDocument[];
}

/** What is said of a document that was destroyed. */
export interface DestroyedMark {
  readonly on: CalendarDate;
  readonly by: string;
  readonly from: CalendarDate;
  readonly years: number;
}

/** What an action destroyed. */
export interface DestructionReport {
  readonly destruction: number;
  readonly documents: number;
  /** Of those, how many have their bytes kept because something else has the very same. */
  readonly bytesKept: number;
  /** How many files could not be removed yet: they go at the next start. */
  readonly left: number;
}
