import type { BadgeSettings } from '../../shared/domain/badges.ts';
import type { MailSettings } from '../../shared/domain/email.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { MoveMapping } from '../../shared/domain/moves.ts';
import type { OfficeProfile } from '../../shared/domain/notice.ts';
import type { PostalSettings } from '../../shared/domain/postal.ts';
import type { ReceiptMapping, ReceiptSource } from '../../shared/domain/receipts.ts';
import type { PrinterOffset, Stationery } from '../../shared/domain/stationery.ts';
import type { StepInput } from '../../shared/ipc/notice-schedule-schema.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import type { Write } from '../db/transaction.ts';

/** What an office keeps once, by key. */
export interface Settings {
  readonly profile: OfficeProfile;
  /** true for an office made of invented people. */
  readonly sample: boolean;
  /** The date to which standings were last brought up to date. */
  readonly sweptOn: CalendarDate;
  /** Who may allow what needs a manager, by the names that the journal knows. */
  readonly managers: readonly string[];
  /** Who may see the answer to the felony question, by the names that the journal knows. */
  readonly felonyReaders: readonly string[];
  readonly stationery: Stationery;
  /** How far off this office's printer puts everything. */
  readonly printerOffset: PrinterOffset;
  /** When addresses were last exported for a move-update vendor. */
  readonly addressesExportedOn: CalendarDate;
  /** How the columns of the last vendor's answer were taken. */
  readonly moveMapping: MoveMapping;
  /** How the columns of the last payment file of each source were taken. */
  readonly receiptMappings: Readonly<Partial<Record<ReceiptSource, ReceiptMapping>>>;
  /** How the office sends e-mail. */
  readonly mail: MailSettings;
  readonly postal: PostalSettings;
  /** The serial number that the next barcode has. */
  readonly nextSerial: number;
  /** Where files of AMT's online activities are laid. */
  readonly pointsFeed: { readonly folder: string | null };
  /** The largest file that is taken in, the folder that the scanner writes to, and whether files stay in it. */
  readonly intake: {
    readonly limitMegabytes: number;
    readonly folder: string | null;
    /** Left out by offices from before: files are moved to `done`. */
    readonly leave?: boolean;
  };
  /** Whether words are looked for in pictures of pages that come in. */
  readonly recognition: boolean;
  /** The office's own notice schedule; absent = the one that ships. */
  readonly noticeSchedule: readonly StepInput[];
  /** Credly's template ids and the columns of its file. */
  readonly badges: BadgeSettings;
}

/** The value of a setting, or null where it was never set. */
export async function setting<Key extends keyof Settings>(
  db: ReadableDatabase,
  key: Key,
): Promise<Settings[Key] | null> {
  const row = await db.kysely.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  // Only saveSetting writes the column, with the key's own type.
  return row === undefined ? null : (JSON.parse(row.value) as Settings[Key]);
}

/** The same within a write, as it is at that moment. */
export async function settingIn<Key extends keyof Settings>(
  write: Write,
  key: Key,
): Promise<Settings[Key] | null> {
  const row = await write.kysely
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  // Only saveSetting writes the column, with the key's own type.
  return row === undefined ? null : (JSON.parse(row.value) as Settings[Key]);
}

/** Sets it; the caller writes the journal entry. */
export async function saveSetting<Key extends keyof Settings>(
  write: Write,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  const text = JSON.stringify(value);
  await write.kysely
    .insertInto('setting')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
