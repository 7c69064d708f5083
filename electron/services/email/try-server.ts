import type { MailSettings } from '../../../shared/domain/email.ts';
import type { Work } from '../../jobs/work.ts';
import { openSmtp } from '../../mail/smtp.ts';
import { checkMailSettings } from './settings.ts';

/**
 * Connects to the mail server and logs in, and sends nothing.
 * @throws StandingError `mail-settings`, and what `openSmtp` throws
 */
export async function tryServer(
  { settings, password }: { readonly settings: MailSettings; readonly password: string | null },
  work: Work,
): Promise<void> {
  checkMailSettings(settings);
  if (settings.delivery === 'folder') return;
  const session = await openSmtp(settings, password, work.signal, 20_000);
  session.close();
}
