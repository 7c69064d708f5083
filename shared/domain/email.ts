import type { CalendarDate } from './facts.ts';

/**
 * Where an e-mail of a run stands. `recorded`: its Message-ID is on record, nothing was sent. `handing-over`: the server may have it the
 * next moment. `sent`: the server took it. `refused`: the server would not. `unknown`: cut off while handing over. `bounced`: it
 * came back.
 */
export const EMAIL_STATES = ['recorded', 'handing-over', 'sent', 'refused', 'unknown', 'bounced'] as const;
export type EmailState = (typeof EMAIL_STATES)[number];

/** How the way to the server is kept private: from the first byte, after asking for it, or not at all. */
export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];

/** How the office sends e-mail. The password is not among it: the computer's own keychain has that. */
export interface MailSettings {
  /** `folder`: there is no server; messages become .eml files. */
  readonly delivery: 'server' | 'folder';
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Empty where the server wants no login. */
  readonly user: string;
  /** Certificates (PEM) of an authority that the office trusts beside the well-known ones; null = none. */
  readonly authority: string | null;
  /** The address that messages come from, and that reports of failed ones go to. */
  readonly from: string;
  /** Where answers go; empty = to `from`. */
  readonly replyTo: string;
  /** At most so many messages a minute. */
  readonly perMinute: number;
  /** Where someone writes who wants no e-mail any more; empty = to `from`. */
  readonly unsubscribe: string;
  /** A page for the same, https; empty = none. */
  readonly unsubscribeUrl: string;
}

/** How far the e-mails of a run are. `total` = the counts of all states + `waiting` + `unreachable`. */
export interface EmailRun {
  readonly run: string;
  /** Pieces of the run that go by e-mail. */
  readonly total: number;
  readonly states: Readonly<Record<EmailState, number>>;
  /** Not begun yet. */
  readonly waiting: number;
  /** Could be e-mailed when the run was prepared, and cannot any more: a further run takes them. */
  readonly unreachable: number;
}

/** What came of sending a run's e-mails. */
export interface EmailReport extends EmailRun {
  /** Of this very time. */
  readonly sentNow: number;
}

/** One e-mail of a run. */
export interface EmailRow {
  readonly position: number;
  readonly memberNo: string;
  readonly memberName: string;
  readonly address: string;
  readonly messageId: string;
  readonly state: EmailState;
  readonly attempts: number;
  /** The server's answer, or why. */
  readonly outcome: string;
  /** Instant, ISO 8601 in UTC; null while nothing is settled. */
  readonly settledAt: string | null;
}

export interface EmailRows {
  readonly total: number;
  readonly rows: readonly EmailRow[];
}

/** What a mail server's log says of e-mails that were cut off. */
export interface LogSettlement {
  /** Were unknown. */
  readonly unknown: number;
  /** The server took them. */
  readonly arrived: number;
  /** It did not; they are sent when the run's e-mails are sent again. */
  readonly toSend: number;
}

/** One failed delivery found in a report. */
export interface BounceFound {
  readonly address: string;
  /** RFC 3463, e.g. `5.1.1`; empty where none is given. */
  readonly status: string;
  readonly reason: string;
  /** Does not arrive and will not: the member's next notice goes by post. */
  readonly hard: boolean;
  readonly memberNo: string | null;
  /** The run's message that came back, where it could be told. */
  readonly run: string | null;
  readonly position: number | null;
}

export interface BounceReport {
  readonly on: CalendarDate;
  readonly found: readonly BounceFound[];
  /** How many members are marked by it. */
  readonly marked: number;
}

/** What the keychain of this computer has for the mail server. */
export interface MailLogin {
  /** A password is kept. */
  readonly kept: boolean;
  /** The system can keep one. */
  readonly available: boolean;
}
