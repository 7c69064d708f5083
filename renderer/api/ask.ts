import type { AnswerOf, ChannelName, InputOf } from '../../shared/ipc/contract.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { tellSpan } from '../../shared/util/spans.ts';
import type { AskedOf } from './asked.ts';
import { bridge } from './bridge.ts';

/**
 * Asks the main process one question of the contract.
 * @throws StandingError with the code, message and fix that the other side gave
 */
export async function ask<Name extends ChannelName>(
  name: Name,
  input: AskedOf<Name>,
): Promise<AnswerOf<Name>> {
  // The bridge copies what it is given; that the contract's types could be changed does not matter here.
  const start = performance.now();
  const answer = await bridge().invoke(name, input as InputOf<Name>);
  tellSpan(`ask ${name}`, start);
  if (answer.ok) return answer.value;
  throw new StandingError(answer.error.code, answer.error.message, answer.error.fix);
}
