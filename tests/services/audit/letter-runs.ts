import { join } from 'node:path';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { decideCase, secondReview } from '../../../electron/services/audit/desk/decide.ts';
import { prepareLetters } from '../../../electron/services/audit/letters/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { TODAY, tempFolder } from '../../temp-office.ts';
import { as, findAll, NAME, officeWithCase, steps } from './desk-office.ts';

/** A decision by the findings alone. */
export const NOW = { reason: '', citation: null } as const;

/** Where a print goes. */
export const file = () => join(tempFolder(), 'letters.pdf');

/** Prints a run into a file of its own, or the one that is named. */
export const print = (office: Office, { run }: RunSummary, outFile = file()) =>
  printRun(office, { run, from: null, to: null, outFile }, unwatchedWork());

/** Prepares the letters of a kind. */
export const prepare = (office: Office, kind: AuditLetterKind, asOf = TODAY) =>
  prepareLetters(office, { kind, asOf }, unwatchedWork());

/** The case in review with everything rejected, proposed by one and agreed by another. */
export async function failed(): Promise<{ readonly office: Office; readonly audit: number }> {
  const { office, audit } = await officeWithCase();
  await steps(office, audit, 'received', 'in-review');
  await findAll(office, audit, 'rejected', 'not-related');
  await decideCase(office, { audit, outcome: 'non-compliant', ...NOW });
  const ben = await as(office, 'Ben Okafor');
  await secondReview(ben, { audit, by: null, agrees: true, note: '' });
  return { office: ben, audit };
}

/** No address that post reaches, and no e-mail. */
export const unreachable = (office: Office) =>
  office.db.sqlite
    .prepare("UPDATE member SET mail_ok = 0, email_ok = 0, email = '' WHERE last_name = ?")
    .run(NAME);
