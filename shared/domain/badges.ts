import type { CertificationCode } from './codes.ts';
import type { CalendarDate } from './facts.ts';

/** Why a badge was asked for: newly certified, recertified (SC-RECERT-1, SC-RECERT-3), or found missing at Credly. */
export const BADGE_REASONS = ['certified', 'recertified', 'missing'] as const;

export type BadgeReason = (typeof BADGE_REASONS)[number];

/** How Credly has a badge; claimed is what Credly calls accepted. */
export const CREDLY_STATES = ['issued', 'claimed', 'revoked'] as const;

export type CredlyState = (typeof CREDLY_STATES)[number];

/** Why a request is in no file yet, though nobody withdrew it. */
export const BADGE_HOLDS = ['deceased', 'no-email', 'bad-email', 'no-template'] as const;

export type BadgeHold = (typeof BADGE_HOLDS)[number];

/** How far a request is: not exported yet, held back, exported, what Credly has made of it, or withdrawn. */
export const BADGE_STEPS = ['waiting', 'held', 'exported', ...CREDLY_STATES, 'withdrawn'] as const;

export type BadgeStep = (typeof BADGE_STEPS)[number];

/** A badge that Credly is to issue, and how far it is. */
export interface BadgeRequest {
  readonly request: number;
  readonly memberNo: string;
  readonly name: string;
  readonly email: string;
  readonly code: CertificationCode;
  readonly reason: BadgeReason;
  readonly requestedOn: CalendarDate;
  readonly requestedBy: string;
  /** The day the badge is issued at: the certification's, or the recertification's. */
  readonly issuedAt: CalendarDate;
  readonly step: BadgeStep;
  /** Why it is held; null where it is not. */
  readonly hold: BadgeHold | null;
  /** The newest export that holds it. */
  readonly exportedIn: number | null;
  readonly exportedOn: CalendarDate | null;
  readonly withdrawn: { readonly on: CalendarDate; readonly reason: string } | null;
}

/** Requests, the newest first, with how many there are of each step. */
export interface BadgeRequests {
  readonly total: number;
  readonly rows: readonly BadgeRequest[];
  readonly counts: Readonly<Record<BadgeStep, number>>;
}

/** A hold in words, with what ends it. */
export const HOLD_TEXTS: Readonly<Record<BadgeHold, string>> = {
  deceased: 'The member has died.',
  'no-email': 'The member has no e-mail address, and Credly sends the badge by e-mail.',
  'bad-email': 'E-mail to the member’s address does not arrive: correct the address first.',
  'no-template': 'No badge template is set for the certification: set it under Badges, Setup.',
};

export const REASON_WORDS: Readonly<Record<BadgeReason, string>> = {
  certified: 'Certified',
  recertified: 'Recertified',
  missing: 'Missing at Credly',
};

/** What an office keeps about Credly. */
export interface BadgeSettings {
  /** Credly's badge template id of each certification that has one. */
  readonly templates: Readonly<Partial<Record<CertificationCode, string>>>;
  /** The columns of Credly's bulk-issue file, as its newest template names them; null = those that ship. */
  readonly columns: readonly string[] | null;
  /** The file that the columns were taken from, and when. */
  readonly columnsFrom: { readonly file: string; readonly on: CalendarDate } | null;
}

/** The settings as a screen shows them. */
export interface BadgeSettingsView extends BadgeSettings {
  /** Every column of the bulk-issue file, and what is written into it; null = left empty. */
  readonly mapped: readonly { readonly header: string; readonly field: BadgeField | null }[];
}

/** What is written into the columns of Credly's bulk-issue file. Credly requires the five that are marked so. */
export const BADGE_FIELDS = [
  { id: 'template', title: 'Badge template id', required: true, aliases: 'badgetemplateid templateid' },
  { id: 'email', title: 'Recipient e-mail', required: true, aliases: 'recipientemail email emailaddress' },
  {
    id: 'first-name',
    title: 'First name',
    required: true,
    aliases: 'firstname issuedtofirstname recipientfirstname',
  },
  {
    id: 'middle-name',
    title: 'Middle name',
    required: false,
    aliases: 'middlename issuedtomiddlename recipientmiddlename',
  },
  {
    id: 'last-name',
    title: 'Last name',
    required: true,
    aliases: 'lastname issuedtolastname recipientlastname',
  },
  {
    id: 'issued-at',
    title: 'Issued at',
    required: true,
    aliases: 'issuedat issuedatdate issuedate dateissued',
  },
  {
    id: 'earner-id',
    title: 'Member number',
    required: false,
    aliases: 'issuerearnerid earnerid externalid',
  },
] as const;

export type BadgeField = (typeof BADGE_FIELDS)[number]['id'];

/** Credly takes no more rows in one file. */
export const MOST_BADGE_ROWS = 5000;

/** A file that was written for Credly. */
export interface BadgeFile {
  /** Where it lies. */
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

/** What an export came to. */
export interface BadgeExportReport {
  /** Its number; null where nothing was to be exported. */
  readonly export: number | null;
  readonly rows: number;
  readonly files: readonly BadgeFile[];
  readonly held: readonly HeldBadge[];
}

/** Who is in no file, and why. */
export interface HeldBadge {
  readonly memberNo: string;
  readonly name: string;
  readonly code: CertificationCode;
  readonly hold: BadgeHold;
}

/** An export of earlier, as the list of exports shows it. */
export interface BadgeExport {
  readonly export: number;
  readonly kind: 'issue' | 'correct';
  readonly exportedOn: CalendarDate;
  readonly exportedBy: string;
  readonly files: readonly { readonly name: string; readonly rows: number }[];
}

/** What Credly's export is read for. */
export const CREDLY_FIELDS = [
  { id: 'badge', title: 'Badge ID', required: true, aliases: 'badgeid issuedbadgeid id credentialid' },
  { id: 'template', title: 'Badge Template ID', required: true, aliases: 'badgetemplateid templateid' },
  {
    id: 'email',
    title: 'Recipient Email',
    required: true,
    aliases: 'recipientemail email earneremail emailaddress',
  },
  {
    id: 'first-name',
    title: 'First Name',
    required: true,
    aliases: 'firstname issuedtofirstname recipientfirstname earnerfirstname',
  },
  {
    id: 'last-name',
    title: 'Last Name',
    required: true,
    aliases: 'lastname issuedtolastname recipientlastname earnerlastname',
  },
  { id: 'state', title: 'State', required: true, aliases: 'state badgestate status badgestatus' },
  { id: 'issued-at', title: 'Issued At', required: false, aliases: 'issuedat issuedatdate issuedate' },
  {
    id: 'state-at',
    title: 'State Updated At',
    required: false,
    aliases: 'stateupdatedat lastupdatedat updatedat statedate',
  },
  { id: 'earner-id', title: 'Issuer Earner ID', required: false, aliases: 'issuerearnerid earnerid' },
] as const;

export type CredlyField = (typeof CREDLY_FIELDS)[number]['id'];

/** What the import of Credly's export came to. */
export interface CredlyImportReport {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Badges of nobody whom the office knows, of all that were ever imported. */
  readonly unmatched: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly column: string;
    readonly value: string;
    readonly message: string;
  }[];
}

/** In which way our status and Credly's differ. */
export const DRIFT_KINDS = ['missing', 'revoked', 'lapsed', 'email', 'name', 'stranger'] as const;

export type DriftKind = (typeof DRIFT_KINDS)[number];

/** What is done about a difference: by our file, by hand at Credly, by the member, or here. */
export type DriftRemedy = 'file' | 'by-hand' | 'member' | 'here';

/** One difference between an office and Credly. */
export interface DriftRow {
  readonly kind: DriftKind;
  readonly memberNo: string;
  readonly name: string;
  /** null where Credly's template is none of ours. */
  readonly code: CertificationCode | null;
  readonly ours: string;
  readonly theirs: string;
  readonly remedy: DriftRemedy;
  /** What to do, in a sentence. */
  readonly text: string;
  /** Credly's id of the badge; null where there is none. */
  readonly badge: string | null;
}

/** How far an office and Credly agree. */
export interface DriftReport {
  /** When Credly's list was imported last. */
  readonly importedOn: CalendarDate;
  readonly certifications: number;
  readonly badges: number;
  readonly counts: Readonly<Record<DriftKind, number>>;
  readonly total: number;
  /** The first of them, by kind and member number. */
  readonly rows: readonly DriftRow[];
}

/** What the correcting files came to. */
export interface CorrectionReport extends BadgeExportReport {
  /** What Credly takes back only by hand, badge by badge; null where there is none. */
  readonly revoke: BadgeFile | null;
}
