import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { openWritable } from '../../../electron/db/connection.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { foldText } from '../../../shared/util/fold.ts';
import { type Measured, measured } from './measured.ts';

/**
 * The least anybody could do: csv-parse, zod, prepared inserts into the same table with its indexes in one transaction; no
 * staging, no journal, no search, no addresses with history.
 */
export async function reference(file: string): Promise<Measured> {
  const date = z.union([z.literal(''), z.string().refine(isCalendarDate)]);
  const row = z.object({
    member_no: z.string().min(1).max(32),
    first_name: z.string().min(1).max(80),
    middle_name: z.string().max(80),
    last_name: z.string().min(1).max(80),
    suffix: z.string().max(40),
    email: z.union([z.literal(''), z.email()]),
    phone: z.string().max(40),
    address1: z.string().max(120),
    address2: z.string().max(120),
    city: z.string().max(80),
    state: z.string().max(60),
    zip: z.string().regex(/^\d{5}(-\d{4})?$/),
    mail_ok: z.enum(['yes', 'no']),
    email_ok: z.enum(['yes', 'no']),
    deceased_on: date,
  });
  const folder = mkdtempSync(join(tmpdir(), 'standing-bench-'));
  const { sqlite } = openWritable(join(folder, 'reference.db'));
  const insert = sqlite.prepare(
    `INSERT INTO member (member_no, first_name, middle_name, last_name, suffix, sort_name, email, phone, mail_ok, email_ok,
       deceased_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertAddress = sqlite.prepare(
    `INSERT INTO postal_address (member_id, address1, address2, city, state, zip, valid_from)
     VALUES (?, ?, ?, ?, ?, ?, '2026-11-22')`,
  );
  const result = await measured(() => {
    sqlite.transaction(() => {
      for (const record of parse(readFileSync(file), { columns: true, bom: true })) {
        const m = row.parse(record);
        const sortName = foldText(`${m.last_name} ${m.first_name} ${m.middle_name} ${m.suffix}`);
        const flags = [m.mail_ok === 'yes' ? 1 : 0, m.email_ok === 'yes' ? 1 : 0];
        const names = [m.first_name, m.middle_name, m.last_name, m.suffix, sortName];
        const { lastInsertRowid } = insert.run(
          m.member_no,
          ...names,
          m.email,
          m.phone,
          ...flags,
          m.deceased_on || null,
        );
        insertAddress.run(lastInsertRowid, m.address1, m.address2, m.city, m.state, m.zip);
      }
    })();
  });
  sqlite.close();
  rmSync(folder, { recursive: true, force: true });
  return result;
}
