import { Worker } from 'node:worker_threads';
import type { Answer } from '../../shared/ipc/bridge.ts';
import type { ChannelName } from '../../shared/ipc/contract.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { tellSpan } from '../../shared/util/spans.ts';
import { type FromThread, type Orders, refusal, type ThreadStart, type ToThread } from './messages.ts';

type Answered = Extract<FromThread, { readonly kind: 'answer' }>;

/** What a thread tells of its own accord. */
export type Announcement = Exclude<FromThread, Answered>;

/** One thread that answers questions, as the main process sees it. */
export interface Thread<Order extends keyof Orders> {
  /** A question of the window, checked already. Never rejects. */
  ask(name: ChannelName, input: unknown): Promise<Answer<unknown>>;
  /** @throws StandingError what the thread answered */
  order<Name extends Order>(name: Name, input: Orders[Name]['input']): Promise<Orders[Name]['output']>;
  stop(): Promise<void>;
}

const STOPPED = {
  code: 'thread-stopped',
  message: 'The part of Standing that keeps the office has stopped.',
  fix: 'Close Standing and open it again; what was saved is safe.',
};

/**
 * Starts a thread.
 * @param file its program
 * @param failed called once when the thread ends though nobody stopped it
 */
export function startThread<Order extends keyof Orders>(
  file: string | URL,
  start: ThreadStart,
  announce: (announcement: Announcement) => void,
  failed: (error: unknown) => void,
): Thread<Order> {
  const worker = new Worker(file, { workerData: start });
  const waiting = new Map<number, (answered: Pick<Answered, 'answer' | 'spent'>) => void>();
  let lastId = 0;
  let over = false;

  function end(error: unknown): void {
    if (over) return;
    over = true;
    for (const answer of waiting.values())
      answer({ answer: refusal(STOPPED), spent: { ms: 0, processor: 0 } });
    waiting.clear();
    if (error !== null) failed(error);
  }

  worker.on('message', (message: FromThread) => {
    if (message.kind !== 'answer') return announce(message);
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`The thread ended with code ${code}.`)));

  function send(message: ToThread): Promise<Answer<unknown>> {
    if (over) return Promise.resolve(refusal(STOPPED));
    const start = performance.now();
    return new Promise((resolve) => {
      waiting.set(message.id, ({ answer, spent }) => {
        tellSpan(`thread ${message.name}`, start, spent);
        resolve(answer);
      });
      worker.postMessage(message);
    });
  }

  return {
    ask(name, input) {
      lastId += 1;
      return send({ kind: 'ask', id: lastId, name, input });
    },
    async order<Name extends Order>(name: Name, input: Orders[Name]['input']) {
      lastId += 1;
      const answer = await send({ kind: 'order', id: lastId, name, input });
      if (!answer.ok) throw new StandingError(answer.error.code, answer.error.message, answer.error.fix);
      // Each order's handler is typed with the very same output.
      return answer.value as Orders[Name]['output'];
    },
    async stop() {
      end(null);
      await worker.terminate();
    },
  };
}
