import type { Page } from '@playwright/test';
import type { AnswerOf, ChannelName, InputOf } from '../../../shared/ipc/contract.ts';

/** Asks the office what a screen would ask, to compare with what the screen shows. @throws Error where it is refused */
export async function ask<Name extends ChannelName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<AnswerOf<Name>> {
  const answer = await page.evaluate(
    ([channel, asked]) => window.standing.invoke(channel as ChannelName, asked as never),
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  // The contract declares what this channel answers.
  return answer.value as AnswerOf<Name>;
}

/** The number in front of a text such as `1,204 members match`. */
export function numberIn(text: string | null): number {
  const digits = /\d[\d,]*/.exec(text ?? '')?.[0];
  if (digits === undefined) throw new Error(`There is no number in “${text}”`);
  return Number(digits.replaceAll(',', ''));
}
