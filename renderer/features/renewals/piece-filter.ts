import { HELD_REASONS, type HeldReason, type RunPieceRow } from '../../../shared/domain/renewals.ts';

type Channel = RunPieceRow['channel'];

/** Which pieces of a run are listed. */
export interface PieceFilter {
  readonly channel: Channel | null;
  readonly reason: HeldReason | null;
}

/** The filter as the place says it: `show=held&reason=deceased`. What is no value of ours is ignored. */
export function readPieceFilter(text: URLSearchParams): PieceFilter {
  const reason = HELD_REASONS.find((one) => one === text.get('reason')) ?? null;
  const channel = CHANNELS.find((one) => one === text.get('show')) ?? null;
  return { channel: reason === null ? channel : 'held', reason };
}

/** A filter as the place says it; empty texts take a part out. */
export function writePieceFilter({ channel, reason }: PieceFilter): Readonly<Record<string, string>> {
  return { show: channel ?? '', reason: reason ?? '' };
}

const CHANNELS: readonly Channel[] = ['print', 'email', 'held'];

/** What is said of a held reason that is looked at alone: why that is right, or what would let the notice go out. */
export const HELD_ADVICE: Readonly<Record<HeldReason, string>> = {
  deceased: 'Nothing is sent to a member who has died.',
  'must recertify': 'A lapsed certification is not asked to renew; the member has to recertify.',
  'nothing due': 'The fee for this year is paid already.',
  'already sent for this month': 'An earlier run of this month has their notice.',
  'asked for no mail': 'They want no paper, and there is no e-mail address that may be used.',
  'no usable address': 'Complete the address on the member’s page, then prepare a further run.',
  'its day has passed': 'The day that the letter names is over. Give the case a new day, or drop the letter.',
  'address does not fit the window':
    'Shorten the address on the member’s page so that it fits the envelope’s window, then prepare a further run.',
};

/** What is said of the pieces that go by e-mail. */
export const EMAIL_ADVICE =
  'They want no paper or have no usable address, but an e-mail address. Write to them from your mail program: Standing prints, it sends no e-mail yet.';

/** Reasons that somebody at the desk can do something about. */
export const FIXABLE: readonly HeldReason[] = [
  'asked for no mail',
  'no usable address',
  'address does not fit the window',
];

/** A sentence with its dates as they are written for people. */
export function withSpokenDates(text: string, spoken: (date: string) => string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => spoken(date));
}

/** `must recertify` → `Must recertify`. */
export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
