import type { MailSecurity, MailSettings } from '../../../shared/domain/email.ts';

/** What of the e-mail settings is typed or chosen, as the fields hold it. */
export type EmailFields = Readonly<
  Record<Exclude<keyof MailSettings, 'authority' | 'delivery' | 'security'>, string>
> &
  Pick<MailSettings, 'authority' | 'delivery' | 'security'>;

export function emailFieldsOf(settings: MailSettings): EmailFields {
  return { ...settings, port: String(settings.port), perMinute: String(settings.perMinute) };
}

/** The settings that the fields say; numbers that are none stay as they were. */
export function mailSettingsOf(fields: EmailFields, before: MailSettings): MailSettings {
  const number = (text: string, else_: number) => (/^\d+$/.test(text.trim()) ? Number(text) : else_);
  return {
    ...fields,
    host: fields.host.trim(),
    user: fields.user.trim(),
    from: fields.from.trim(),
    replyTo: fields.replyTo.trim(),
    unsubscribe: fields.unsubscribe.trim(),
    unsubscribeUrl: fields.unsubscribeUrl.trim(),
    port: number(fields.port, before.port),
    perMinute: number(fields.perMinute, before.perMinute),
  };
}

export type EmailFault =
  | 'host'
  | 'port'
  | 'from'
  | 'replyTo'
  | 'perMinute'
  | 'unsubscribe'
  | 'unsubscribeUrl';

/** What keeps the settings from being used, field by field. */
export function emailFaults(fields: EmailFields): Partial<Record<EmailFault, string>> {
  const address = 'Write it as name@example.org.';
  const unlikely = (text: string) => text.trim() !== '' && !/^[^\s@]+@[^\s@]+$/.test(text.trim());
  const within = (text: string, most: number) =>
    /^\d+$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;
  const server = fields.delivery === 'server';
  return {
    ...(server && fields.host.trim() === ''
      ? { host: 'Give the mail server’s name, such as mail.example.org.' }
      : {}),
    ...(within(fields.port, 65_535) ? {} : { port: 'A number, such as 587.' }),
    ...(fields.from.trim() === '' || unlikely(fields.from) ? { from: address } : {}),
    ...(unlikely(fields.replyTo) ? { replyTo: address } : {}),
    ...(within(fields.perMinute, 6000) ? {} : { perMinute: 'A number from 1 to 6,000.' }),
    ...(unlikely(fields.unsubscribe) ? { unsubscribe: address } : {}),
    ...(fields.unsubscribeUrl.trim() === '' || fields.unsubscribeUrl.trim().startsWith('https://')
      ? {}
      : { unsubscribeUrl: 'It begins with https://.' }),
  };
}

export const SECURITIES: readonly {
  readonly value: MailSecurity;
  readonly text: string;
  readonly port: string;
}[] = [
  { value: 'starttls', text: 'STARTTLS (usually port 587)', port: '587' },
  { value: 'tls', text: 'TLS from the start (usually port 465)', port: '465' },
  { value: 'none', text: 'Not private (only without a login)', port: '25' },
];

/** The port to suggest when the kind of connection changes: another kind's usual one is replaced, an own one stays. */
export function portFor(security: MailSecurity, port: string): string {
  const usual = SECURITIES.some((known) => known.port === port.trim());
  return usual ? (SECURITIES.find(({ value }) => value === security)?.port ?? port) : port;
}
