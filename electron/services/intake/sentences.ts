import { NOT_ACCEPTED, type OpenCase } from '../../../shared/domain/intake.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { Unreadable } from '../../documents/reading/reading.ts';

/** Why a document is in quarantine, in a sentence. */
export const UNREADABLE_WORDS: Readonly<Record<Unreadable, string>> = {
  encrypted: 'The PDF is locked with a password: ask for one without.',
  broken: 'The file is damaged and cannot be shown: ask for it again, or scan it again.',
  'too-many-pages': 'It has more than 1,000 pages, too many for one document: scan it in smaller batches.',
  'too-large-pages': 'A page of it unpacks to more than 120 million pixels: scan it again at 300 dpi.',
  'unknown-type': 'It is no PDF, JPEG, PNG, TIFF or HEIC: save it as a PDF and take that in.',
  'too-much-memory':
    'It unpacks to more than a scan can be, and was stopped: ask for it as a plain scan at 300 dpi.',
  'too-slow': 'Reading it took too long and was stopped: scan it again, or file it by hand.',
  crashed: 'Reading it failed: scan it again, or file it by hand.',
};

/** Why a member's papers are refused (SC-DOC-1). */
export function refusalWords(memberNo: string): string {
  return `${NOT_ACCEPTED} Member ${memberNo} has no open audit and no open application.`;
}

/** `the audit of RMA from 1 May 2022`, `the application for RMA of 4 March 2026` */
export function caseWords({ kind, code, from }: Pick<OpenCase, 'kind' | 'code' | 'from'>): string {
  return kind === 'audit'
    ? `the audit of ${code} from ${displayDate(from)}`
    : `the application for ${code} of ${displayDate(from)}`;
}
