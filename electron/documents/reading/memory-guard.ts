import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/**
 * A thread of the reading process that ends it when it holds too much: what a page unpacks to lies outside the heap that a process can be limited to,
 * and while it unpacks nothing else of the process runs.
 */

const LOOK_EVERY_MS = 50;

// Handed over by child.ts.
const { megabytes, word } = workerData as { readonly megabytes: number; readonly word: string };

setInterval(() => {
  if (process.memoryUsage.rss() < megabytes * 1024 * 1024) return;
  // Straight to the pipe: the thread that would pass on what is printed is busy.
  writeSync(1, word);
  process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS);
