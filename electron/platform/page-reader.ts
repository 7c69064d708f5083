import type { UtilityProcess } from 'electron';
import { forkedReader, readingProgram } from '../documents/reading/forked.ts';
import { HEAP_MEGABYTES, TOO_MUCH_MEMORY } from '../documents/reading/memory.ts';
import {
  type PageReader,
  pageReader,
  type ReadingEvents,
  type ReadingProcess,
} from '../documents/reading/reader.ts';
import type { ReadingMessage } from '../documents/reading/reading.ts';

const LAST_WORD_MS = 50;

/** The reader of this process: its documents are read in a helper of Electron, or in one of plain Node for the command line. */
export async function systemPageReader(): Promise<PageReader> {
  if (process.versions.electron === undefined) return pageReader(forkedReader);
  const { app, utilityProcess } = await import('electron');
  await app.whenReady();
  return pageReader(({ message, exit }: ReadingEvents): ReadingProcess => {
    const child = utilityProcess.fork(readingProgram(), [], {
      serviceName: 'Page reader',
      stdio: 'pipe',
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    });
    child.on('message', (told: ReadingMessage) => message(told));
    let why: Parameters<typeof exit>[0] = 'crashed';
    child.stdout?.on('data', (told: Buffer) => {
      if (told.includes(TOO_MUCH_MEMORY)) why = 'too-much-memory';
    });
    child.stderr?.resume();
    // Its last word may come after its end.
    child.once('exit', () => setTimeout(() => exit(why), LAST_WORD_MS));
    return { send: (order) => child.postMessage(order), kill: () => endHelper(child) };
  });
}

/**
 * Ends a helper at once, as a forked reader is ended: its own `kill` asks first (SIGTERM) and insists only seconds later, and does nothing
 * for one that has not started yet.
 */
function endHelper(child: UtilityProcess): void {
  const { pid } = child;
  if (pid === undefined) {
    child.once('spawn', () => endHelper(child));
    return;
  }
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone, or not ours to signal.
    child.kill();
  }
}
