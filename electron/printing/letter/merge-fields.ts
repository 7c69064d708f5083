import type { LetterKind } from '../../../shared/domain/desk-letters.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { LineLapse, NoticeLine, NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import type { RunKind } from '../../../shared/domain/notice-schedule.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { dayBefore, displayDate, displayMonth } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { CASE_FIELDS, caseFieldsOf } from './case-fields.ts';

/** Fields that are the same on every sheet of an office. */
const OFFICE_FIELDS = {
  'office.name': (office: OfficeProfile) => office.name,
  'office.phone': (office: OfficeProfile) => office.phone,
  'office.email': (office: OfficeProfile) => office.email,
  'office.website': (office: OfficeProfile) => office.website,
  'office.address': (office: OfficeProfile) => officeAddress(office).join(', '),
} as const;

/** Fields that may differ from sheet to sheet. */
const SHEET_FIELDS = {
  'member.name': (sheet: NoticeSheet) => sheet.memberName,
  'member.number': (sheet: NoticeSheet) => sheet.memberNo,
  month: (sheet: NoticeSheet) => displayMonth(sheet.month),
  'amount.total': (sheet: NoticeSheet) => displayCents(sheet.totalCents),
  'amount.arrears': (sheet: NoticeSheet) =>
    displayCents(sheet.lines.reduce((sum, line) => sum + line.arrearsCents, 0)),
  'amount.paid': (sheet: NoticeSheet) => displayCents(paidCents(sheet)),
  'paid.date': (sheet: NoticeSheet) => displayDate(paidOn(sheet)),
  'due.date': (sheet: NoticeSheet) => displayDate(dueOn(sheet)),
  'lapse.date': (sheet: NoticeSheet) => displayDate(lapsesOn(sheet)),
  'lapse.last-day': (sheet: NoticeSheet) => displayDate(dayBefore(lapsesOn(sheet))),
  'lapse.reason': lapseReason,
  'cycle.start': (sheet: NoticeSheet) =>
    displayDate(
      firstOf(
        sheet.lines.map((line) => line.yearStart),
        sheet,
      ),
    ),
  'cycle.end': (sheet: NoticeSheet) =>
    displayDate(
      firstOf(
        sheet.lines.map((line) => line.cycleEnd),
        sheet,
      ),
    ),
  'points.outstanding': (sheet: NoticeSheet) => pointsOf(sheet, (line) => line.pointsOutstanding),
  'points.required': (sheet: NoticeSheet) => pointsOf(sheet, (line) => line.pointsRequired),
  'points.recorded': (sheet: NoticeSheet) => pointsOf(sheet, (line) => line.pointsCounted),
  'certification.names': (sheet: NoticeSheet) =>
    listed([...new Set(sheet.lines.map((line) => `${line.certificationName} (${line.code})`))]),
  'received.date': receivedOn,
  'received.pages': receivedPages,
  ...CASE_FIELDS,
  run: (sheet: NoticeSheet) => sheet.run,
  sheet: (sheet: NoticeSheet) => String(sheet.sheet),
} as const;

/** Fields of a letter about an application, which has no sheet of a run: who writes it gives their text. */
const APPLICATION_FIELDS = ['certification.name', 'certification.code', 'route'] as const;

const MEMBER_FIELDS = ['member.name', 'member.number', 'month'] as const;
const RUN_FIELDS = ['run', 'sheet'] as const;
const FEE_FIELDS = ['amount.total', 'amount.arrears', 'due.date'] as const;
const LAPSE_DAY_FIELDS = ['lapse.date', 'lapse.last-day'] as const;
const POINT_FIELDS = ['cycle.end', 'points.outstanding', 'points.required', 'points.recorded'] as const;

export type OfficeField = keyof typeof OFFICE_FIELDS;
export type SheetField = keyof typeof SHEET_FIELDS;
export type ApplicationField = (typeof APPLICATION_FIELDS)[number];
export type MergeField = OfficeField | SheetField | ApplicationField;

export function isOfficeField(field: string): field is OfficeField {
  return Object.hasOwn(OFFICE_FIELDS, field);
}

export function isMergeField(field: string): field is MergeField {
  return isOfficeField(field) || isSheetField(field) || APPLICATION_FIELDS.some((own) => own === field);
}

function isSheetField(field: string): field is SheetField {
  return Object.hasOwn(SHEET_FIELDS, field);
}

/** Every field that a letter of a kind may name: those that mean something on its sheets. */
export function mergeFieldsOf(kind: RunKind | LetterKind): readonly MergeField[] {
  if (kind === 'application')
    return [...OFFICE_NAMES, 'member.name', 'member.number', ...APPLICATION_FIELDS, 'received.date'];
  return [...OFFICE_NAMES, ...MEMBER_FIELDS, ...ownFields(kind), ...RUN_FIELDS];
}

// Object.keys forgets the keys' type; they are exactly the office's fields.
const OFFICE_NAMES = Object.keys(OFFICE_FIELDS) as readonly OfficeField[];

function ownFields(kind: RunKind | Exclude<LetterKind, 'application'>): readonly SheetField[] {
  switch (kind) {
    case 'renewal':
      return FEE_FIELDS;
    case 'reminder':
    case 'past-due':
      return [...FEE_FIELDS, 'certification.names'];
    case 'final':
      return [...FEE_FIELDS, ...LAPSE_DAY_FIELDS, 'certification.names'];
    case 'ccp':
      return [...POINT_FIELDS, 'certification.names'];
    case 'lapse':
      return ['lapse.date', 'lapse.reason', 'certification.names'];
    case 'receipt':
      return ['amount.paid', 'paid.date', 'certification.names'];
    case 'audit':
      return [
        'due.date',
        'cycle.start',
        'cycle.end',
        'points.required',
        'points.recorded',
        'certification.names',
      ];
    case 'return':
      return ['received.date', 'received.pages'];
    case 'audit-received':
    case 'audit-more-asked':
    case 'audit-extension':
    case 'audit-compliant':
    case 'audit-non-compliant':
    case 'audit-appeal-received':
    case 'audit-appeal-decision':
      return caseFieldsOf(kind);
    case 'decision':
    case 'labels':
      return [];
    default:
      return assertNever(kind);
  }
}

/** @throws Error for a field of an application: a letter of a run is not read with one */
export function fieldText(field: MergeField, office: OfficeProfile, sheet: NoticeSheet): string {
  if (isOfficeField(field)) return OFFICE_FIELDS[field](office);
  if (isSheetField(field)) return SHEET_FIELDS[field](sheet);
  throw new Error(`A sheet has no ${field}.`);
}

export function officeFieldText(field: OfficeField, office: OfficeProfile): string {
  return OFFICE_FIELDS[field](office);
}

/** On a letter that sends documents back: the day on which the first of them came. */
export function receivedOn(sheet: NoticeSheet): string {
  return displayDate(
    firstOf(
      (sheet.received ?? []).map(({ on }) => on),
      sheet,
    ),
  );
}

/** How much came: `3 pages`. */
export function receivedPages({ received = [] }: NoticeSheet): string {
  return counted(
    received.reduce((sum, { pages }) => sum + pages, 0),
    'page',
  );
}

/** The first day on which something on the sheet falls due. */
export function dueOn(sheet: NoticeSheet): string {
  return sheet.lines.map((line) => line.dueOn).sort()[0] ?? sheet.dated;
}

/** On a receipt: everything that was paid. Whole cents. */
export function paidCents({ lines }: NoticeSheet): number {
  return lines.reduce((sum, { paid }) => sum + (paid?.cents ?? 0), 0);
}

/** On a receipt: the day on which the last of it came. */
export function paidOn(sheet: NoticeSheet): CalendarDate {
  return (
    sheet.lines
      .flatMap(({ paid }) => paid?.on ?? [])
      .toSorted()
      .at(-1) ?? sheet.dated
  );
}

/** The day by which it is to be paid: on a final notice, the day before the lapse. */
export function payBy(sheet: NoticeSheet): CalendarDate {
  return sheet.purpose === 'FN' ? dayBefore(lapsesOn(sheet)) : dueOn(sheet);
}

/** The day on which the first certification of the sheet lapses, or lapsed. */
export function lapsesOn(sheet: NoticeSheet): CalendarDate {
  return firstOf(
    sheet.lines.flatMap((line) => line.lapsesOn ?? line.lapse?.on ?? []),
    sheet,
  );
}

/** Why the certifications of the sheet lapsed, as part of a sentence. */
function lapseReason(sheet: NoticeSheet): string {
  const reasons = sheet.lines.flatMap(({ lapse }) => (lapse === undefined ? [] : [lapseCause(lapse)]));
  return listed([...new Set(reasons)]);
}

/** How a certification lapsed, as part of a sentence. */
export function lapseCause({ cause, since }: LineLapse): string {
  switch (cause) {
    case 'fees':
      return `the annual fee due ${displayDate(since)} was not paid`;
    case 'points':
      return `the CCP points of the cycle that ended ${displayDate(since)} were neither recorded nor attested`;
    case 'audit':
      return `the CCP audit closed ${displayDate(since)} without proof of compliance`;
    default:
      return assertNever(cause);
  }
}

/** Points, without their certification where there is only one. */
function pointsOf(sheet: NoticeSheet, of: (line: NoticeLine) => number): string {
  const [one, ...more] = sheet.lines;
  if (one !== undefined && more.length === 0) return String(of(one));
  return listed(sheet.lines.map((line) => `${of(line)} for ${line.code}`));
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function firstOf(dates: readonly CalendarDate[], sheet: NoticeSheet): CalendarDate {
  return dates.toSorted()[0] ?? sheet.dated;
}

/** Street lines and town of the office, as a letter writes them. */
export function officeAddress(office: OfficeProfile): readonly string[] {
  const { address1, address2, city, state, zip } = office.address;
  return [address1, address2, `${city}, ${state} ${zip}`]
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
