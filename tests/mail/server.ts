import { appendFileSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

// A mail server of its own process. What it does to a message the recipient's address says: `refused.…`, `grey.…`, `slow.…`.

/** What the server is started with, as JSON. */
export interface ServerSetup {
  readonly security: 'tls' | 'starttls' | 'none';
  /** Whose certificate it shows: its own, or that of another. */
  readonly certificate: 'localhost' | 'elsewhere';
  /** null = it wants no login. */
  readonly login: { readonly user: string; readonly password: string } | null;
  /** One line of JSON for each message that it has taken. */
  readonly deliveries: string;
  /** What it does, as Postfix would write it. */
  readonly log: string;
  /** ms that it takes over each message. */
  readonly delay: number;
}

const CERTIFICATES = join(import.meta.dirname, 'certificates');
const seen = new Map<string, number>();
let queued = 0;

function start(setup: ServerSetup): SMTPServer {
  const server = new SMTPServer({
    secure: setup.security === 'tls',
    cert: readFileSync(join(CERTIFICATES, `${setup.certificate}.pem`)),
    key: readFileSync(join(CERTIFICATES, `${setup.certificate}.key`)),
    disabledCommands: [
      ...(setup.security === 'starttls' ? [] : ['STARTTLS']),
      ...(setup.login === null ? ['AUTH'] : []),
    ],
    authOptional: setup.login === null,
    disableReverseLookup: true,
    onAuth(auth, _session, done) {
      const { login } = setup;
      if (login !== null && auth.username === login.user && auth.password === login.password)
        return done(null, { user: login.user });
      return done(refusal(535, '5.7.8 Authentication credentials invalid'));
    },
    onMailFrom({ address }, _session, done) {
      done(address.startsWith('stranger') ? refusal(550, '5.7.1 Sender address rejected') : undefined);
    },
    async onRcptTo({ address }, _session, done) {
      if (address.startsWith('slow')) await wait(400);
      if (address.startsWith('refused')) return done(refusal(550, '5.1.1 No such user here'));
      if (address.startsWith('policy')) return done(refusal(554, '5.7.1 Relay access denied'));
      if (address.startsWith('grey') && firstTime(address))
        return done(refusal(451, '4.7.1 Greylisted, try again later'));
      return done();
    },
    onData(stream, session, done) {
      const address = session.envelope.rcptTo[0]?.address ?? '';
      const chunks: Buffer[] = [];
      stream.on('error', () => undefined);
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (address.startsWith('cut-data') && firstTime(address)) cut(server, session);
      });
      stream.on('end', async () => {
        const text = Buffer.concat(chunks).toString();
        const messageId = /^Message-ID: (<.*>)\r$/im.exec(text)?.[1] ?? '';
        queued += 1;
        const id = `4F${queued.toString(16).toUpperCase().padStart(9, '0')}`;
        log(setup, `postfix/cleanup[7]: ${id}: message-id=${messageId}`);
        if (setup.delay > 0) await wait(setup.delay);
        if (address.startsWith('slow')) await wait(400);
        if (address.startsWith('spam')) return done(refusal(554, '5.6.0 We do not like it'));
        if (address.startsWith('full') && firstTime(address))
          return done(refusal(452, '4.3.1 No space left'));
        if (address.startsWith('mute')) return;
        appendFileSync(setup.deliveries, `${JSON.stringify({ address, messageId, text })}\n`);
        log(
          setup,
          `postfix/qmgr[7]: ${id}: from=<${mailFrom(session)}>, size=${text.length}, nrcpt=1 (queue active)`,
        );
        if (address.startsWith('cut-after') && firstTime(address)) return cut(server, session);
        done(null, `2.0.0 Ok: queued as ${id}`);
      });
    },
  });
  server.on('error', () => undefined);
  return server;
}

function firstTime(address: string): boolean {
  const times = seen.get(address) ?? 0;
  seen.set(address, times + 1);
  return times === 0;
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

function mailFrom(session: SMTPServerSession): string {
  return session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
}

/** As when a cable is pulled: not a word more. */
function cut(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    // The connection's socket is not in its types.
    if (connection.session.id === session.id)
      (connection as unknown as { _socket: Socket })._socket.destroy();
  }
}

function log({ log: file }: ServerSetup, line: string): void {
  appendFileSync(file, `Nov 22 12:00:00 mail ${line}\n`);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

if (import.meta.main) {
  // Whoever started it is gone, however that came: it must not live on and hold open what it inherited.
  process.stdin.resume().once('end', () => process.exit());
  // Written by startServer.
  const setup = JSON.parse(process.argv[2] ?? '') as ServerSetup;
  const server = start(setup);
  server.listen(0, '127.0.0.1', () => {
    const address = server.server.address();
    process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
  });
}
