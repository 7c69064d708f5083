import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';

/** The parts of Electron's options that matter here. */
export interface UtilityOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: string[];
  readonly cwd?: string;
  readonly stdio?: 'inherit' | 'pipe' | 'ignore';
  readonly serviceName?: string;
}

/** Electron's `UtilityProcess`: a child process of Node that has `process.parentPort`. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(file: string, args: readonly string[], options: UtilityOptions) {
    super();
    const parentPort = new URL('./utility-parent-port.ts', import.meta.url).href;
    const { stdio = 'inherit' } = options;
    const forkOptions: ForkOptions = {
      execArgv: [...(options.execArgv ?? []), '--import', parentPort],
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
      ...(options.env && { env: options.env }),
      ...(options.cwd && { cwd: options.cwd }),
    };
    this.#child = fork(file, args, forkOptions);
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
    const kill = () => this.#child.kill('SIGKILL');
    process.on('exit', kill);
    this.#child.on('exit', () => process.off('exit', kill));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }
  get stdout(): Readable | null {
    return this.#child.stdout;
  }
  get stderr(): Readable | null {
    return this.#child.stderr;
  }
  postMessage(message: unknown): void {
    // Any structured-clonable value may be sent; Node's type names JSON's alone.
    this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

/** Electron's `utilityProcess`. */
export const utilityProcess = {
  fork(file: string, args: readonly string[] = [], options: UtilityOptions = {}): UtilityProcess {
    return new UtilityProcess(file, args, options);
  },
};
