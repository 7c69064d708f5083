import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Duplex, type Readable } from 'node:stream';
import { Connection } from './connection.ts';
import { findChromium } from './find.ts';
import { makeProfile, removeProfile } from './profile.ts';

/** How Chromium is started. */
export interface BrowserOptions {
  /** Draw real windows, in the style of an installed app, instead of none. */
  readonly visible: boolean;
  /** Open a debugging port and print `DevTools listening on ws://…`, as Playwright expects. */
  readonly announcePort: boolean;
  /** Leave Chromium's sandbox out, as root must. */
  readonly withoutSandbox: boolean;
}

const END_AFTER_MS = 2000;

const FLAGS = [
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=HttpsUpgrades,Translate,MediaRouter,PaintHolding',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--use-mock-keychain',
];

/** A running Chromium with a profile of its own. It ends when this process does, however that ends. */
export class Browser {
  readonly connection: Connection;
  /** Resolves when Chromium has ended. */
  readonly ended: Promise<void>;
  readonly #executable = findChromium();
  readonly #profile = makeProfile();
  readonly #options: BrowserOptions;
  readonly #process: ChildProcess;

  constructor(options: BrowserOptions) {
    this.#options = options;
    const mode = options.visible ? [] : ['--headless=new'];
    const port = options.announcePort ? ['--remote-debugging-port=0'] : [];
    this.#process = spawn(
      this.#executable,
      [...this.#flags(), ...mode, ...port, ...FLAGS, '--remote-debugging-pipe'],
      // A process group of its own, so that it can be ended with all its helpers.
      { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], detached: true },
    );
    const [, , stderr, out, input] = this.#process.stdio;
    if (!(out instanceof Duplex) || !input || !stderr)
      throw new Error('Chromium was started without its pipes');
    // Chromium writes to the fifth; Node types every further pipe as either direction.
    this.connection = new Connection(out, input as Readable);
    passPortOn(stderr as Readable);
    this.ended = new Promise((resolve) => this.#process.once('exit', () => resolve()));
    this.ended.then(endSoon);
    this.#process.once('error', (error) => {
      process.stderr.write(`${this.#executable} could not be started: ${error.message}\n`);
      process.exit(1);
    });
    process.on('exit', () => this.#stop());
  }

  /** Asks the running Chromium for a window without tabs or address bar. Visible mode only. */
  openAppWindow(url: string): void {
    spawn(this.#executable, [...this.#flags(), `--app=${url}`], { stdio: 'ignore' }).unref();
  }

  #flags(): string[] {
    // `--test-type` keeps a visible window free of the bar that warns of the other.
    const sandbox = this.#options.withoutSandbox ? ['--no-sandbox', '--test-type'] : [];
    return [`--user-data-dir=${this.#profile}`, ...sandbox];
  }

  #stop(): void {
    try {
      if (this.#process.pid) process.kill(-this.#process.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    removeProfile(this.#profile);
  }
}

/** Without Chromium nothing can go on: the app has a moment to close in order. */
function endSoon(): void {
  setTimeout(() => {
    process.stderr.write(
      'Chromium has ended; is there a display? STANDING_STANDIN_LOG=1 shows what it said.\n',
    );
    process.exit(1);
  }, END_AFTER_MS);
}

function passPortOn(stderr: Readable): void {
  createInterface({ input: stderr }).on('line', (line) => {
    const noisy = process.env.STANDING_STANDIN_LOG === '1';
    if (noisy || line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
  });
}
