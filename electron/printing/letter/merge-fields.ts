import type { NoticeSheet, OfficeProfile } from '../../../shared/domain/notice.ts';
import { displayDate, displayMonth } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';

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
  'due.date': (sheet: NoticeSheet) => displayDate(dueOn(sheet)),
  run: (sheet: NoticeSheet) => sheet.run,
  sheet: (sheet: NoticeSheet) => String(sheet.sheet),
} as const;

export type OfficeField = keyof typeof OFFICE_FIELDS;
export type SheetField = keyof typeof SHEET_FIELDS;
export type MergeField = OfficeField | SheetField;

export function isOfficeField(field: string): field is OfficeField {
  return Object.hasOwn(OFFICE_FIELDS, field);
}

export function isMergeField(field: string): field is MergeField {
  return isOfficeField(field) || Object.hasOwn(SHEET_FIELDS, field);
}

/** Every field a letter may name, for messages. */
export const MERGE_FIELDS: readonly string[] = [...Object.keys(OFFICE_FIELDS), ...Object.keys(SHEET_FIELDS)];

export function fieldText(field: MergeField, office: OfficeProfile, sheet: NoticeSheet): string {
  return isOfficeField(field) ? OFFICE_FIELDS[field](office) : SHEET_FIELDS[field](sheet);
}

export function officeFieldText(field: OfficeField, office: OfficeProfile): string {
  return OFFICE_FIELDS[field](office);
}

/** The first day on which something on the sheet falls due. */
export function dueOn(sheet: NoticeSheet): string {
  return sheet.lines.map((line) => line.dueOn).sort()[0] ?? sheet.dated;
}

/** Street lines and town of the office, as a letter writes them. */
export function officeAddress(office: OfficeProfile): readonly string[] {
  const { address1, address2, city, state, zip } = office.address;
  return [address1, address2, `${city}, ${state} ${zip}`]
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
