import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { saveMailSettings } from '../../../electron/services/email/settings.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import type { Office } from '../../../electron/services/office.ts';
import type { MailSettings } from '../../../shared/domain/email.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { settingsFor } from '../../mail/start-server.ts';
import { sampleOffice, TODAY } from '../../temp-office.ts';

/** The very first words of the addresses of a run, by position; what follows is the member's number. */
export type Behaviours = readonly string[];

/** An office whose run of the month goes by e-mail alone. */
export async function emailOffice(
  members: number,
  port: number,
  change: Partial<MailSettings> = {},
): Promise<{ office: Office; run: RunSummary }> {
  const office = await sampleOffice(members);
  office.db.sqlite.exec(
    "UPDATE member SET mail_ok = 0, email_ok = 1, email = 'm' || member_no || '@members.example'",
  );
  await saveMailSettings(office, settingsFor(port, change));
  const run = await prepareRenewals(office, { month: '2026-12', asOf: TODAY, again: false }, unwatchedWork());
  return { office, run };
}

/** Has the server do something with the e-mails of a run, one after the other: its address says what. */
export function behave(office: Office, run: string, behaviours: Behaviours): void {
  const pieces = office.db.sqlite
    .prepare<[string], { member_id: number }>(
      "SELECT member_id FROM run_piece WHERE run_id = ? AND channel = 'email' ORDER BY position",
    )
    .all(run);
  const update = office.db.sqlite.prepare(
    "UPDATE member SET email = ? || '.' || member_no || '@members.example' WHERE id = ?",
  );
  for (const [at, behaviour] of behaviours.entries()) update.run(behaviour, pieces[at]?.member_id);
}

/** The e-mails of a run as they are kept. */
export function kept(office: Office, run: string): readonly Kept[] {
  return office.db.sqlite
    .prepare<[string], Kept>('SELECT * FROM email_message WHERE run_id = ? ORDER BY position')
    .all(run);
}

export interface Kept {
  readonly position: number;
  readonly member_id: number;
  readonly address: string;
  readonly message_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly outcome: string;
  readonly eml_sha256: string | null;
}
