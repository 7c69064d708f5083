import { parentPort } from 'node:worker_threads';
import type { Answer } from '../../shared/ipc/bridge.ts';
import type { ChannelName } from '../../shared/ipc/contract.ts';
import { toErrorShape } from '../../shared/ipc/errors.ts';
import { type FromThread, type Orders, refusal, type Spent, type ToThread } from './messages.ts';

/** The handlers of some orders. */
export type OrderHandlers<Order extends keyof Orders> = {
  readonly [Name in Order]: (
    input: Orders[Name]['input'],
  ) => Orders[Name]['output'] | Promise<Orders[Name]['output']>;
};

/** Says something to the main process. */
export function post(message: FromThread): void {
  parentPort?.postMessage(message);
}

/** Writes what nobody foresaw to the log, with its stack; the window only gets a sentence. */
export function logUnexpected(where: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  post({ kind: 'log', where, stack });
}

/** Answers everything that the main process sends to this thread. */
export function serve(
  ask: (name: ChannelName, input: unknown) => unknown,
  order: (name: keyof Orders, input: unknown) => unknown,
): void {
  parentPort?.on('message', async (message: ToThread) => {
    const { id, name, input } = message;
    const value = () => (message.kind === 'ask' ? ask(message.name, input) : order(message.name, input));
    const spent = spending();
    const answer = await attempt(name, value);
    post({ kind: 'answer', id, answer, spent: spent() });
  });
}

function spending(): () => Spent {
  const [began, before] = [performance.now(), process.threadCpuUsage()];
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return { ms: performance.now() - began, processor: (user + system) / 1000 };
  };
}

async function attempt(where: string, value: () => unknown): Promise<Answer<unknown>> {
  try {
    return { ok: true, value: await value() };
  } catch (error) {
    const shape = toErrorShape(error);
    if (shape.code === 'unexpected') logUnexpected(where, error);
    return refusal(shape);
  }
}
