import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailSettings } from '../../shared/domain/email.ts';
import type { ServerSetup } from './server.ts';

/** A running mail server. */
export interface MailServer {
  readonly port: number;
  readonly log: string;
  /** Whom it has taken a message for, each time once. */
  taken(): readonly Taken[];
  stop(): Promise<void>;
}

export interface Taken {
  readonly address: string;
  readonly messageId: string;
  readonly text: string;
}

export const LOGIN = { user: 'office', password: 'right horse' };
export const AUTHORITY = readFileSync(join(import.meta.dirname, 'certificates', 'authority.pem'), 'utf8');

/** Starts a mail server on this computer. @param folder where it keeps what it has taken, and its log */
export function startServer(folder: string, setup: Partial<ServerSetup> = {}): Promise<MailServer> {
  const whole: ServerSetup = {
    security: 'starttls',
    certificate: 'localhost',
    login: LOGIN,
    deliveries: join(folder, 'deliveries.jsonl'),
    log: join(folder, 'mail.log'),
    delay: 0,
    ...setup,
  };
  writeFileSync(whole.log, '');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts'), JSON.stringify(whole)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((over) => child.once('close', () => over()));
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`The mail server ended with ${code}.`)));
    child.stdout.once('data', (chunk: Buffer) =>
      resolve({
        port: Number(chunk.toString()),
        log: whole.log,
        taken: () => takenIn(whole.deliveries),
        async stop() {
          child.kill('SIGKILL');
          await ended;
        },
      }),
    );
  });
}

function takenIn(file: string): readonly Taken[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Taken);
}

/** Settings for the server. */
export function settingsFor(port: number, change: Partial<MailSettings> = {}): MailSettings {
  return {
    delivery: 'server',
    host: 'localhost',
    port,
    security: 'starttls',
    user: LOGIN.user,
    authority: AUTHORITY,
    from: 'office@standing.example',
    replyTo: '',
    perMinute: 6000,
    unsubscribe: '',
    unsubscribeUrl: '',
    ...change,
  };
}
