import { spawn } from 'node:child_process';

/** A process that appends numbered lines to a file until it is ended: with whoever started it, by `end`, or by itself, so that it never fills a disk. */
export interface Writer {
  end(): Promise<void>;
}

const SECONDS = 30;

export function writeWithoutEnd(file: string): Writer {
  const program = `const { appendFileSync } = require('node:fs');
    const until = Date.now() + ${SECONDS} * 1000;
    process.stdin.on('end', () => process.exit()).resume();
    let line = 0;
    (function more() {
      if (Date.now() > until) process.exit();
      appendFileSync(process.argv[1], String(line++).padStart(99) + '\\n');
      setImmediate(more);
    })();`;
  const process = spawn(globalThis.process.execPath, ['-e', program, file], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  return {
    end() {
      process.kill('SIGKILL');
      return ended;
    },
  };
}
