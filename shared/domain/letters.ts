import type { CalendarDate } from './facts.ts';

/** A letter of the office in a list. */
export interface LetterSummary {
  readonly id: string;
  readonly title: string;
  /** The office's newest version; null = the text that ships. */
  readonly version: number | null;
  readonly savedOn: CalendarDate | null;
  readonly savedBy: string | null;
}

/** A part of a letter, in the order in which it is printed. */
export interface LetterSection {
  /** As between the brackets of the letter's text. */
  readonly name: string;
  readonly text: string;
}

/** A letter's text as it is edited. */
export interface LetterDraft {
  readonly letter: string;
  readonly title: string;
  /** null = the text that ships. */
  readonly version: number | null;
  readonly sections: readonly LetterSection[];
  /** Every field that this letter may name. */
  readonly fields: readonly string[];
  readonly versions: readonly LetterVersion[];
}

export interface LetterVersion {
  readonly version: number;
  readonly savedOn: CalendarDate;
  readonly savedBy: string;
}

/** A letter on a real member, as it would be printed. */
export interface LetterPreview {
  readonly memberNo: string;
  readonly memberName: string;
  /** The day on which it would be so: today, or a later one on which the member would get it if nothing were paid or recorded. */
  readonly asOf: CalendarDate;
  /** The PDF of its one sheet, base64. */
  readonly pdf: string;
}

/** Each part in the office's words, and when it is printed. */
export const SECTION_TITLES: Readonly<Record<string, { readonly title: string; readonly about: string }>> = {
  subject: { title: 'Subject', about: 'The line at the top, and the subject of the e-mail.' },
  greeting: { title: 'Greeting', about: '' },
  'opening-one': { title: 'Opening', about: 'Where the letter is about one certification.' },
  'opening-several': { title: 'Opening, several', about: 'Where it is about several.' },
  arrears: { title: 'Earlier years', about: 'Only where fees of earlier years are unpaid.' },
  points: { title: 'Points', about: 'Only where points are outstanding.' },
  'if-not-paid': { title: 'If not paid', about: 'The policy’s own sentence follows it.' },
  'how-to-pay': { title: 'How to pay', about: '' },
  'how-to-record': { title: 'How to comply', about: '' },
  'if-not-met': { title: 'If not met', about: 'The policy’s own sentence follows it.' },
  attestation: { title: 'Attestation', about: 'What the member signs.' },
  'back-by-ccp': {
    title: 'Back by CCP',
    about: 'Where recertification by CCP is open; the policy’s sentences follow it.',
  },
  'back-by-exam': {
    title: 'Back by exam',
    about: 'Where only the exam is; the policy’s sentences follow it.',
  },
  drawn: { title: 'Why selected, by the draw', about: 'The policy’s sentences follow it.' },
  'for-cause': {
    title: 'Why selected, for cause',
    about: 'Where no draw selected the member; the policy’s sentence follows it.',
  },
  'what-to-send': { title: 'What to send', about: '' },
  'how-to-send': { title: 'How to send it', about: 'The cover sheets come with the letter.' },
  'if-not-shown': { title: 'If no proof comes', about: 'The policy’s own sentence follows it.' },
  opening: { title: 'Opening', about: '' },
  'papers-enclosed': { title: 'Papers enclosed', about: 'Only where papers are sent back with the letter.' },
  'papers-shredded': { title: 'Papers shredded', about: 'Only where papers were shredded after scanning.' },
  'papers-file': { title: 'Came as a file', about: 'Only where there is nothing to send back.' },
  'when-to-send': { title: 'When and how to send', about: '' },
  'after-list': {
    title: 'After the list',
    about: 'The list of what is missing, or the reason, stands before it.',
  },
  'what-next': { title: 'What happens next', about: 'The policy’s own sentence follows it.' },
  'what-is-missing': {
    title: 'What is missing',
    about: 'The reviewer’s own words go in; a list of the activities follows the letter.',
  },
  lapsed: { title: 'That it lapsed', about: 'The policy’s own sentence follows it.' },
  'how-to-appeal': { title: 'How to appeal', about: 'Where the decision can be appealed.' },
  stands: { title: 'What stands meanwhile', about: 'The policy’s own sentence follows it.' },
  upheld: {
    title: 'The decision stands',
    about: 'Where the appeal changed nothing; the policy’s sentence follows it.',
  },
  'now-compliant': {
    title: 'Now compliant',
    about: 'Where the appeal reversed the decision; the policy’s sentence follows it.',
  },
  'now-non-compliant': {
    title: 'Now not compliant',
    about: 'Where a compliant decision was reversed; the policy’s sentence follows it.',
  },
  keep: { title: 'To keep', about: 'The policy’s own sentence follows it.' },
  closing: { title: 'Closing', about: 'The signature follows it.' },
  slip: { title: 'Above the slip', about: 'One line, the same on every sheet: fields of the office only.' },
};

/** What each field stands for. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  'office.name': 'the office’s name',
  'office.phone': 'the office’s phone',
  'office.email': 'the office’s e-mail',
  'office.website': 'the office’s website',
  'office.address': 'the office’s address on one line',
  'member.name': 'the member’s full name',
  'member.number': 'the member’s number',
  month: 'the month the notice is for',
  'amount.total': 'everything due',
  'amount.arrears': 'what of it is for earlier years',
  'amount.paid': 'everything that was paid',
  'paid.date': 'the day on which the last of it came',
  'due.date': 'the day it is due',
  'lapse.date': 'the day the certification lapses, or lapsed',
  'lapse.last-day': 'the last day to prevent the lapse',
  'lapse.reason': 'why it lapsed, as part of a sentence',
  'cycle.start': 'the first day of the audited CCP cycle',
  'cycle.end': 'the last day of the CCP cycle',
  'points.outstanding': 'points outstanding',
  'points.required': 'points required',
  'points.recorded': 'points recorded',
  'points.shown': 'points that were shown',
  'points.missing': 'points that are missing',
  'asked.for': 'what the reviewer asks for, in the reviewer’s own words',
  'decision.date': 'the day of the decision',
  'decision.reason': 'the reason of the decision on the appeal, in the reviewer’s own words',
  'arrived.date': 'the day on which the proof or the appeal came',
  'appeal.last-day': 'the last day to appeal',
  'certification.names': 'the certifications by name and code',
  'certification.name': 'the certification by name',
  'certification.code': 'the certification’s code',
  route: 'by CCP, or by exam',
  'received.date': 'the day it was received',
  'received.pages': 'how many pages were received',
  run: 'the run',
  sheet: 'the sheet’s number',
};

/** The parts of a letter's text (`[name]` lines), remarks left out; text that stands before the first part is none. */
export function letterSections(text: string, names: readonly string[]): readonly LetterSection[] {
  const parts = new Map<string, string[]>(names.map((name) => [name, []]));
  let lines: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const heading = /^\[(.*)\]\s*$/.exec(line);
    if (heading !== null) lines = parts.get(heading[1] ?? '');
    else lines?.push(line);
  }
  return [...parts].map(([name, own]) => ({ name, text: reflowed(own.join('\n').trim()) }));
}

/** A paragraph is one line here, so that it wraps to the field it is edited in; empty lines part paragraphs. */
function reflowed(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    )
    .join('\n\n');
}

/** The letter's text that the parts make. */
export function letterOfSections(sections: readonly LetterSection[]): string {
  return `${sections.map(({ name, text }) => `[${name}]\n${text.trim()}`).join('\n\n')}\n`;
}

/** What is wrong in a part, and where. */
export interface LetterFault {
  readonly section: string;
  /** Characters of the part's text. */
  readonly from: number;
  readonly to: number;
  /** One sentence. */
  readonly message: string;
}

/** Everything that keeps the parts from being a letter, in their order. */
export function letterFaults(
  sections: readonly LetterSection[],
  fields: readonly string[],
): readonly LetterFault[] {
  return sections.flatMap(({ name, text }) => [...sectionFaults(name, text, fields)]);
}

function* sectionFaults(section: string, text: string, fields: readonly string[]): Generator<LetterFault> {
  const title = SECTION_TITLES[section]?.title ?? section;
  if (text.trim() === '') {
    yield { section, from: 0, to: text.length, message: `“${title}” is empty; every part has some text.` };
    return;
  }
  let rest = text;
  for (const match of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
    const field = (match[1] ?? '').trim();
    const to = match.index + match[0].length;
    rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(to);
    if (!fields.includes(field)) {
      const near = nearest(field, fields);
      const fix = near === null ? 'Type {{ and choose one.' : `Did you mean {{${near}}}?`;
      yield { section, from: match.index, to, message: `There is no field “${field}”. ${fix}` };
    } else if (section === 'slip' && !field.startsWith('office.')) {
      const why = 'the line above the slip is the same on every sheet';
      yield { section, from: match.index, to, message: `{{${field}}} cannot stand here: ${why}.` };
    }
  }
  const stray = /\{\{|\}\}/.exec(rest);
  if (stray !== null)
    yield {
      section,
      from: stray.index,
      to: stray.index + 2,
      message: 'A field has no matching {{ and }}.',
    };
  for (const match of text.matchAll(/^(?:\[.*\]\s*|#.*)$/gm))
    yield {
      section,
      from: match.index,
      to: match.index + match[0].length,
      message: 'A line may not begin with # or be one word in square brackets: those mark parts and remarks.',
    };
}

/** The field that was meant: with at most two letters wrong, or one that begins so. */
function nearest(field: string, fields: readonly string[]): string | null {
  const begun = fields.filter((known) => field.length > 2 && known.startsWith(field));
  if (begun[0] !== undefined) return begun[0];
  const close = fields
    .map((known) => ({ known, far: distance(field.toLowerCase(), known) }))
    .filter(({ far }) => far <= 2)
    .sort((a, b) => a.far - b.far);
  return close[0]?.known ?? null;
}

/** Letters added, left out or changed between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The field that is being typed before a place in a text: from its `{{` on, or null where none is. */
export function fieldBeingTyped(
  text: string,
  at: number,
): { readonly from: number; readonly begun: string } | null {
  const match = /\{\{\s*([a-zA-Z.-]*)$/.exec(text.slice(0, at));
  return match === null ? null : { from: match.index, begun: match[1] ?? '' };
}

/** The text with a chosen field in place of what was typed of it, and where the typing goes on. */
export function withField(
  text: string,
  at: number,
  field: string,
): { readonly text: string; readonly at: number } {
  const typed = fieldBeingTyped(text, at);
  const from = typed?.from ?? at;
  const rest = text.slice(at).replace(/^[a-zA-Z.-]*\s*\}\}/, '');
  const filled = `{{${field}}}`;
  return { text: text.slice(0, from) + filled + rest, at: from + filled.length };
}
