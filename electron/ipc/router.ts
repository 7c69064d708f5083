import type { z } from 'zod';
import type { Answer } from '../../shared/ipc/bridge.ts';
import { isChannelName } from '../../shared/ipc/channels.ts';
import { CONTRACT } from '../../shared/ipc/contract.ts';
import { StandingError, toErrorShape } from '../../shared/ipc/errors.ts';
import { lendPassword } from './email.main.ts';
import { MAIN } from './main-channels.ts';
import { refusal } from './messages.ts';
import type { Shell } from './shell.ts';

/** Who asks: the frame that an IPC call came from. */
export interface Sender {
  readonly url: string;
  readonly isMainFrame: boolean;
}

export interface RouterParts {
  readonly shell: Shell;
  /** Whether this address is the window's own page. */
  isOwnPage(url: string): boolean;
  log(where: string, error: unknown): void;
}

/** Answers one call of the window. Never rejects, never answers with a stack. */
export type Router = (sender: Sender, name: string, input: unknown) => Promise<Answer<unknown>>;

/** Checks who asks, the channel and the input, and hands the question to where its channel is answered. */
export function createRouter({ shell, isOwnPage, log }: RouterParts): Router {
  // Each input is parsed below with the schema of its channel, which is the handler's own.
  const own = MAIN as Readonly<Record<string, (shell: Shell, input: unknown) => unknown>>;

  async function answer(sender: Sender, name: string, raw: unknown): Promise<Answer<unknown>> {
    if (!sender.isMainFrame || !isOwnPage(sender.url))
      throw new StandingError('wrong-sender', 'Only Standing’s own window may ask for this.');
    if (!isChannelName(name)) throw new StandingError('unknown-channel', `There is no channel “${name}”.`);
    const channel = CONTRACT[name];
    const input = parsed(name, channel.input, raw);
    if (channel.place !== 'main') return shell.threads.ask(name, await lendPassword(shell, name, input));
    return { ok: true, value: await own[name]?.(shell, input) };
  }

  return async (sender, name, input) => {
    try {
      return await answer(sender, name, input);
    } catch (error) {
      const shape = toErrorShape(error);
      if (shape.code === 'unexpected' || shape.code === 'wrong-sender') log(String(name), error);
      return refusal(shape);
    }
  };
}

/** @throws StandingError `invalid-input` naming the path of the offending value */
function parsed(name: string, schema: z.ZodType, raw: unknown): unknown {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = [name, ...(issue?.path ?? []).map(String)].join(' › ');
  throw new StandingError(
    'invalid-input',
    `${path}: ${issue?.message ?? 'not as expected'}.`,
    'Check what was entered there and try again.',
  );
}
