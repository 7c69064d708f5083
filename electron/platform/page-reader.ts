import { forkedReader, HEAP_MEGABYTES, readingProgram } from '../documents/reading/forked.ts';
import {
  type PageReader,
  pageReader,
  type ReadingEvents,
  type ReadingProcess,
} from '../documents/reading/reader.ts';
import type { ReadingMessage } from '../documents/reading/reading.ts';

/** The reader of this process: its documents are read in a helper of Electron, or in one of plain Node for the command line. */
export async function systemPageReader(): Promise<PageReader> {
  if (process.versions.electron === undefined) return pageReader(forkedReader);
  const { app, utilityProcess } = await import('electron');
  await app.whenReady();
  return pageReader(({ message, exit }: ReadingEvents): ReadingProcess => {
    const child = utilityProcess.fork(readingProgram(), [], {
      serviceName: 'Page reader',
      stdio: 'ignore',
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    });
    child.on('message', (told: ReadingMessage) => message(told));
    child.once('exit', exit);
    return { send: (order) => child.postMessage(order), kill: () => void child.kill() };
  });
}
