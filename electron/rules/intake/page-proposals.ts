import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PageProposals } from '../../../shared/domain/page-words.ts';
import { calendarDate, isCalendarDate } from '../../../shared/util/dates.ts';

/** At most so many of each are proposed: a page that names more proves nothing by them. */
const MOST = 3;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DATES: readonly {
  readonly form: RegExp;
  readonly order: readonly ['y' | 'm' | 'd', 'y' | 'm' | 'd', 'y' | 'm' | 'd'];
}[] = [
  {
    form: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'gi'),
    order: ['m', 'd', 'y'],
  },
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`, 'gi'),
    order: ['d', 'm', 'y'],
  },
  // As Americans write it: the month first.
  { form: /\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/g, order: ['m', 'd', 'y'] },
  { form: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, order: ['y', 'm', 'd'] },
];

const HOURS =
  /\b(\d{1,3}(?:\.\d{1,2})?)\s*(contact\s+hours?|credit\s+hours?|clock\s+hours?|hours?|hrs?\.?|ceus?|credits?|points?)\b/gi;
const HOURS_AFTER =
  /\b(contact hours?|credit hours?|hours?|ceus?|credits?)\s*[:=]\s*(\d{1,3}(?:\.\d{1,2})?)\b/gi;

const NAME_BEFORE =
  /(?:certif(?:y|ies) that|awarded to|presented to|issued to|granted to|this is to certify(?: that)?|participant|attendee|student|name)\s*[:\-–]?\s*$/i;
const NAME_WITH =
  /(?:certif(?:y|ies) that|awarded to|presented to|issued to|granted to|participant(?: name)?|attendee(?: name)?|student(?: name)?|name)\s*[:\-–]?\s+(.+)$/i;
/** Two to five capitalised words, perhaps with initials, a comma and credentials behind. */
const NAME =
  /^((?:[\p{Lu}][\p{L}'’.-]*)(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|de|del|la|van|von|der)){1,4})(?=$|[\s,;])/u;

const PROVIDER =
  /(?:provider(?: name)?|sponsor(?:ed by)?|presented by|offered by|provided by|issued by|organi[sz]ation|institution)\s*[:\-–]?\s*(.*)$/i;

/**
 * What the lines of a proof say of name, date, hours and provider, in the page's own words. A help for the eye of the reviewer: it decides
 * nothing, and says nothing where the page is not plain.
 */
export function pageProposals(lines: readonly string[]): PageProposals {
  return {
    names: some(lines.flatMap(namesIn)),
    dates: some(lines.flatMap(datesIn)),
    hours: some(lines.flatMap(hoursIn)),
    providers: some(lines.flatMap(providersIn)),
  };
}

function some<T>(found: readonly T[]): readonly T[] {
  return [...new Set(found)].slice(0, MOST);
}

function namesIn(line: string, at: number, lines: readonly string[]): readonly string[] {
  if (PROVIDER.test(line)) return [];
  const beside = NAME_WITH.exec(line)?.[1] ?? '';
  const behind = NAME_BEFORE.test(line) ? (lines[at + 1] ?? '') : '';
  return [beside, behind].flatMap((text) => NAME.exec(text.trim())?.[1] ?? []);
}

function datesIn(line: string): readonly CalendarDate[] {
  return DATES.flatMap(({ form, order }) =>
    [...line.matchAll(form)].flatMap((found) => {
      const part = (name: 'y' | 'm' | 'd') => found[1 + order.indexOf(name)] ?? '';
      const month = /^\d+$/.test(part('m')) ? Number(part('m')) : monthNamed(part('m'));
      const [year, day] = [Number(part('y')), Number(part('d'))];
      const written = `${part('y')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      return isCalendarDate(written) ? [calendarDate(year, month, day)] : [];
    }),
  );
}

function monthNamed(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function hoursIn(line: string): readonly string[] {
  const before = [...line.matchAll(HOURS)].map(([, figure, unit]) => `${figure} ${unit}`);
  const after = [...line.matchAll(HOURS_AFTER)].map(([, unit, figure]) => `${figure} ${unit}`);
  return [...before, ...after].map((text) => text.toLowerCase().replace(/\s+/g, ' '));
}

function providersIn(line: string, at: number, lines: readonly string[]): readonly string[] {
  const found = PROVIDER.exec(line);
  if (found === null) return [];
  const named = (found[1] ?? '').trim();
  const text = named === '' ? (lines[at + 1] ?? '').trim() : named;
  return /\p{L}{3}/u.test(text) ? [text] : [];
}
