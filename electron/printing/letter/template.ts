import { readFileSync } from 'node:fs';
import { isAuditLetter } from '../../../shared/domain/audit-letters.ts';
import type { LetterKind } from '../../../shared/domain/desk-letters.ts';
import type { RunKind } from '../../../shared/domain/notice-schedule.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { CASE_SECTIONS, type CaseSection } from './case-sections.ts';
import { isMergeField, isOfficeField, type MergeField, mergeFieldsOf } from './merge-fields.ts';

/** The parts of a letter that asks for fees, in the order in which they are printed. */
export const SECTIONS = [
  'subject',
  'greeting',
  /** With one certification on the sheet. */
  'opening-one',
  /** With several. */
  'opening-several',
  /** Only where earlier years are unpaid. */
  'arrears',
  /** Only where points are outstanding. */
  'points',
  'if-not-paid',
  'how-to-pay',
  'closing',
  /** Above the payment slip. */
  'slip',
] as const;

/** Those of a CCP compliance notice. */
const CCP_SECTIONS = [
  'subject',
  'greeting',
  'opening-one',
  'opening-several',
  'how-to-record',
  'if-not-met',
  'closing',
  /** What the member attests to, above the signature. */
  'attestation',
  /** Above the attestation slip. */
  'slip',
] as const;

/** Those of a lapse notice, which has no slip. */
const LAPSE_SECTIONS = [
  'subject',
  'greeting',
  'opening-one',
  'opening-several',
  /** Where recertification by CCP is open for one of the certifications. */
  'back-by-ccp',
  /** Where only the exam is. */
  'back-by-exam',
  'closing',
] as const;

/** Those of a receipt, which asks for nothing. */
const RECEIPT_SECTIONS = [
  'subject',
  'greeting',
  'opening-one',
  'opening-several',
  /** What to do with it. */
  'keep',
  'closing',
] as const;

/** Those of an audit notice, whose cover sheets follow it. */
const AUDIT_SECTIONS = [
  'subject',
  'greeting',
  'opening-one',
  'opening-several',
  /** Where a draw selected one of the certifications. */
  'drawn',
  /** Where all were opened for cause. */
  'for-cause',
  'what-to-send',
  'how-to-send',
  'if-not-shown',
  'closing',
] as const;

/** Those of a letter that sends documents back. */
const RETURN_SECTIONS = [
  'subject',
  'greeting',
  'opening',
  /** One for each way in which papers were dealt with, where some were so. */
  'papers-enclosed',
  'papers-shredded',
  'papers-file',
  'when-to-send',
  'closing',
] as const;

/** Those of a letter about an application, whose list stands before `after-list`. */
const APPLICATION_SECTIONS = ['subject', 'greeting', 'opening', 'after-list', 'closing'] as const;

export type Section =
  | (typeof SECTIONS)[number]
  | (typeof CCP_SECTIONS)[number]
  | (typeof LAPSE_SECTIONS)[number]
  | (typeof RECEIPT_SECTIONS)[number]
  | (typeof AUDIT_SECTIONS)[number]
  | (typeof RETURN_SECTIONS)[number]
  | (typeof APPLICATION_SECTIONS)[number]
  | CaseSection;

/** The parts that a letter of a kind has, in the order in which they are printed. */
export function sectionsOf(kind: RunKind | LetterKind): readonly Section[] {
  if (kind === 'return') return RETURN_SECTIONS;
  if (kind === 'application') return APPLICATION_SECTIONS;
  if (kind === 'ccp') return CCP_SECTIONS;
  if (kind === 'receipt') return RECEIPT_SECTIONS;
  if (kind === 'audit') return AUDIT_SECTIONS;
  if (isAuditLetter(kind)) return CASE_SECTIONS[kind];
  return kind === 'lapse' ? LAPSE_SECTIONS : SECTIONS;
}

export type Segment = { readonly text: string } | { readonly field: MergeField };

export interface Paragraph {
  readonly segments: readonly Segment[];
  /** Whether it reads the same on every sheet. */
  readonly constant: boolean;
}

/** The parts that only some kinds of letters have. */
type OwnSection = Exclude<Section, (typeof SECTIONS)[number]>;

/** An office's letter: text with merge fields, all of them known. A part that its kind does not have is empty or not there. */
export type LetterTemplate = Readonly<Record<(typeof SECTIONS)[number], readonly Paragraph[]>> &
  Readonly<Partial<Record<OwnSection, readonly Paragraph[]>>>;

/**
 * Reads a letter of `resources/letters/`: `[section]` lines, paragraphs parted by empty lines, `{{field}}` where a
 * value goes, `#` at the start of a line for a remark.
 * @throws StandingError `bad-letter` naming file, line and what is wrong there.
 */
export function loadLetter(file: string, kind: RunKind | LetterKind = 'renewal'): LetterTemplate {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StandingError('bad-letter', `The letter ${file} cannot be read.`, 'Choose another letter.', {
      cause,
    });
  }
  return parseLetter(text, file, kind);
}

/** The same for a text at hand; `file` is for messages. */
export function parseLetter(
  text: string,
  file: string,
  kind: RunKind | LetterKind = 'renewal',
): LetterTemplate {
  const sections = sectionsOf(kind);
  const found = new Map<Section, Paragraph[]>();
  let section: Section | null = null;
  let words: Segment[] = [];

  function endParagraph(): void {
    if (section !== null && words.length > 0) {
      const constant = words.every((segment) => 'text' in segment || isOfficeField(segment.field));
      found.get(section)?.push({ segments: words, constant });
    }
    words = [];
  }

  text.split(/\r?\n/).forEach((line, at) => {
    if (line.startsWith('#')) return;
    const heading = /^\[(.*)\]\s*$/.exec(line);
    if (heading !== null) {
      endParagraph();
      const name = sections.find((each) => each === heading[1]);
      if (name === undefined)
        throw refusal(file, at, `“${heading[1] ?? ''}” is not a part of a letter`, sections);
      if (found.has(name)) throw refusal(file, at, `the part “${name}” is there twice`);
      found.set(name, []);
      section = name;
    } else if (line.trim() === '') {
      endParagraph();
    } else {
      if (section === null) throw refusal(file, at, 'text stands before the first [part]');
      if (words.length > 0) words.push({ text: ' ' });
      words.push(...segments(line.trim(), file, at, mergeFieldsOf(kind)));
    }
  });
  endParagraph();

  for (const name of sections) {
    if ((found.get(name)?.length ?? 0) > 0) continue;
    throw new StandingError('bad-letter', `The letter ${file} has no text in its part [${name}].`, 'Add it.');
  }
  if (found.get('slip')?.some((paragraph) => !paragraph.constant) === true) {
    throw new StandingError(
      'bad-letter',
      `The letter ${file} names a member or sheet in its part [slip], which is the same on every sheet.`,
      'Use fields of the office only.',
    );
  }
  const part = (name: Section): readonly Paragraph[] => found.get(name) ?? [];
  return {
    subject: part('subject'),
    greeting: part('greeting'),
    'opening-one': part('opening-one'),
    'opening-several': part('opening-several'),
    arrears: part('arrears'),
    points: part('points'),
    'if-not-paid': part('if-not-paid'),
    'how-to-pay': part('how-to-pay'),
    closing: part('closing'),
    slip: part('slip'),
    ...Object.fromEntries(sections.filter(isOwn).map((name) => [name, part(name)])),
  };
}

function segments(line: string, file: string, at: number, fields: readonly MergeField[]): Segment[] {
  const parts: Segment[] = [];
  let from = 0;
  for (const match of line.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)) {
    const field = match[1] ?? '';
    if (!isMergeField(field) || !fields.includes(field))
      throw refusal(file, at, `there is no field “${field}”`, fields);
    if (match.index > from) parts.push({ text: line.slice(from, match.index) });
    parts.push({ field });
    from = match.index + match[0].length;
  }
  if (from < line.length) parts.push({ text: line.slice(from) });
  const stray = parts.find((part) => 'text' in part && /\{\{|\}\}/.test(part.text));
  if (stray !== undefined) throw refusal(file, at, 'a field has no matching {{ and }}');
  return parts;
}

function isOwn(name: Section): name is OwnSection {
  return !SECTIONS.some((shared) => shared === name);
}

function refusal(file: string, at: number, what: string, known: readonly string[] = []): StandingError {
  const fix = known.length === 0 ? 'Correct the letter.' : `Known are: ${known.join(', ')}.`;
  return new StandingError('bad-letter', `The letter ${file}, line ${at + 1}: ${what}.`, fix);
}
