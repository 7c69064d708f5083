import type { ReaderOrder } from './messages.ts';
import type { Thread } from './thread.ts';

/** The thread for questions that go through the whole office. */
export interface CountingThread {
  /** The thread that such a question goes to now. */
  now(): Thread<ReaderOrder>;
  /** Reads this office, or none, from now on. */
  view(folder: string | null): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A second reader, started only once the first such question was answered: until it is ready the reader thread answers, so that the
 * first screen does not wait for one more thread.
 */
export function countingThread(
  reader: Thread<ReaderOrder>,
  startIt: () => Thread<ReaderOrder>,
): CountingThread {
  let folder: string | null = null;
  let started: Thread<ReaderOrder> | null = null;
  let ready = false;
  let stopped = false;

  async function start(): Promise<void> {
    if (started !== null || stopped || folder === null) return;
    started = startIt();
    await started.order('view', { folder });
    ready = true;
  }
  const thenStart = <T>(answer: Promise<T>): Promise<T> => {
    // One that cannot start has told so by itself; the reader goes on answering.
    void answer.then(start).catch(() => undefined);
    return answer;
  };
  const beforeIt: Thread<ReaderOrder> = {
    ask: (name, input) => thenStart(reader.ask(name, input)),
    order: (name, input) => thenStart(reader.order(name, input)),
    stop: () => reader.stop(),
  };
  return {
    now: () => (ready && started !== null ? started : beforeIt),
    async view(wanted) {
      folder = wanted;
      if (started !== null) await started.order('view', { folder: wanted });
    },
    async stop() {
      stopped = true;
      await started?.stop();
    },
  };
}
