import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HEAP_MEGABYTES, PROCESS_MEGABYTES, TOO_MUCH_MEMORY } from './memory.ts';
import type { ReadingEvents, ReadingProcess } from './reader.ts';

/** The program of the reading process: its bundle beside the main one, or its source where nothing is bundled. */
export function readingProgram(): string {
  for (const name of ['./page-reader.js', '../page-reader.js', './child.ts']) {
    const file = fileURLToPath(new URL(name, import.meta.url));
    if (existsSync(file)) return file;
  }
  throw new Error('The program that reads pages is missing: install Standing again.');
}

/** Starts a reading process of plain Node. @param megabytes that it may hold in all */
export function forkedReader(
  { message, exit }: ReadingEvents,
  megabytes = PROCESS_MEGABYTES,
): ReadingProcess {
  const child = fork(readingProgram(), [String(megabytes)], {
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
  });
  const kill = () => void child.kill('SIGKILL');
  // One that cannot be started, or was killed while it was told something, ends as well.
  child.on('error', kill);
  child.on('message', message);
  let why: Parameters<typeof exit>[0] = 'crashed';
  child.stdout?.on('data', (told: Buffer) => {
    if (told.includes(TOO_MUCH_MEMORY)) why = 'too-much-memory';
  });
  child.once('close', () => exit(why));
  return { send: (order) => void child.send(order, () => undefined), kill };
}
