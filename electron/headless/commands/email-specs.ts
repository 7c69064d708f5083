import type { CommandEntry } from './index.ts';

/** Commands about e-mail: sending a run's, the server, and what comes back. */
export const EMAIL_COMMANDS: readonly CommandEntry[] = [
  {
    spec: {
      name: 'notices email',
      takes: 'RUN [--to-folder DIR]',
      does: 'Sends the e-mails of a run that are not sent yet, each once, or writes them as .eml files; the password is taken from STANDING_SMTP_PASSWORD.',
      words: [1, 1],
      options: { 'to-folder': 'text' },
      examples: [
        'notices email 2026-12-A --data ./office',
        'notices email 2026-12-A --to-folder ./december-emails --data ./office',
      ],
    },
    load: async () => (await import('./email.ts')).email,
  },
  {
    spec: {
      name: 'mail list',
      takes: 'RUN [--state recorded|handing-over|sent|refused|unknown|bounced]',
      does: 'Lists the e-mails of a run and where each stands.',
      words: [1, 1],
      options: { state: 'text' },
      examples: ['mail list 2026-12-A --state unknown --data ./office'],
    },
    load: async () => (await import('./email.ts')).list,
  },
  {
    spec: {
      name: 'mail resolve',
      takes: 'RUN --from-log FILE | RUN POSITION --arrived | RUN POSITION --send-again',
      does: 'Settles e-mails that were cut off while they were handed over: by the mail server’s log, or one by hand.',
      words: [1, 2],
      options: { 'from-log': 'text', arrived: 'flag', 'send-again': 'flag' },
      examples: [
        'mail resolve 2026-12-A --from-log /var/log/mail.log --data ./office',
        'mail resolve 2026-12-A 17 --arrived --data ./office',
      ],
    },
    load: async () => (await import('./email.ts')).resolveUnknown,
  },
  {
    spec: {
      name: 'mail server',
      takes:
        '[--host HOST] [--port N] [--security tls|starttls|none] [--user NAME] [--from ADDRESS] [--reply-to ADDRESS] [--per-minute N] [--unsubscribe ADDRESS] [--unsubscribe-url URL] [--authority FILE.pem | --no-authority] [--delivery server|folder] [--try]',
      does: 'Shows how the office sends e-mail, or changes it; --try connects and logs in, and sends nothing.',
      words: [0, 0],
      options: {
        host: 'text',
        port: 'text',
        security: 'text',
        user: 'text',
        from: 'text',
        'reply-to': 'text',
        'per-minute': 'text',
        unsubscribe: 'text',
        'unsubscribe-url': 'text',
        authority: 'text',
        'no-authority': 'flag',
        delivery: 'text',
        try: 'flag',
      },
      examples: [
        'mail server --host mail.example.org --user office --from office@example.org --data ./office',
        'mail server --try --data ./office',
      ],
    },
    load: async () => (await import('./mail-server.ts')).server,
  },
  {
    spec: {
      name: 'mail bounce',
      takes: 'MEMBER_NO|ADDRESS --reason TEXT',
      does: 'Notes by hand that e-mail to a member came back; the next notice goes by post.',
      words: [1, 1],
      options: { reason: 'text' },
      examples: ['mail bounce 700412 --reason "mailbox closed" --data ./office'],
    },
    load: async () => (await import('./mail-back.ts')).bounceByHand,
  },
  {
    spec: {
      name: 'mail bounces',
      takes: 'FILE [--dry-run]',
      does: 'Reads delivery reports (one message or several) and notes what they say; - reads what is typed or piped in.',
      words: [1, 1],
      options: { 'dry-run': 'flag' },
      examples: [
        'mail bounces reports.txt --dry-run --data ./office',
        'mail bounces - --data ./office < report.eml',
      ],
    },
    load: async () => (await import('./mail-back.ts')).bounces,
  },
  {
    spec: {
      name: 'mail unsubscribe',
      takes: 'MEMBER_NO|ADDRESS',
      does: 'Notes that someone wants no e-mail any more; notices go by post.',
      words: [1, 1],
      options: {},
      examples: ['mail unsubscribe mary@example.org --data ./office'],
    },
    load: async () => (await import('./mail-back.ts')).stop,
  },
];
