import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadingEvents, ReadingProcess } from './reader.ts';

/** Megabytes of objects that a reading process may hold; what a page is drawn on lies outside of them. */
export const HEAP_MEGABYTES = 700;

/** The program of the reading process: its bundle beside the main one, or its source where nothing is bundled. */
export function readingProgram(): string {
  for (const name of ['./page-reader.js', '../page-reader.js', './child.ts']) {
    const file = fileURLToPath(new URL(name, import.meta.url));
    if (existsSync(file)) return file;
  }
  throw new Error('The program that reads pages is missing: install Standing again.');
}

/** Starts a reading process of plain Node. */
export function forkedReader({ message, exit }: ReadingEvents): ReadingProcess {
  const child = fork(readingProgram(), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
  });
  const kill = () => void child.kill('SIGKILL');
  // One that cannot be started, or was killed while it was told something, ends as well.
  child.on('error', kill);
  child.on('message', message);
  child.once('exit', exit);
  return { send: (order) => void child.send(order, () => undefined), kill };
}
