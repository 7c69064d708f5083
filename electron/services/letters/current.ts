import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { officeLetter } from '../../../shared/domain/desk-letters.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { newestLetter } from '../../repositories/letter-text.ts';
import type { OfficeView } from '../office.ts';

/** The text of a letter as new runs are written with it. */
export interface LetterText {
  readonly text: string;
  /** Of the office's own text; null = the one that ships. */
  readonly version: number | null;
}

/**
 * The office's newest text of a letter, or else the one that ships.
 * @param letterId one of `ALL_LETTERS`
 * @throws StandingError `bad-letter` for an unknown letter, or one whose file cannot be read
 */
export async function letterText(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  letterId: string,
): Promise<LetterText> {
  if (officeLetter(letterId) === null)
    throw new StandingError('bad-letter', `There is no letter “${letterId}”.`, 'Choose another letter.');
  return (await newestLetter(view.reader, letterId)) ?? shippedLetter(view.resources, letterId);
}

/** The text that ships. @throws StandingError `bad-letter` */
export function shippedLetter(resources: string, letterId: string): LetterText {
  try {
    return { text: readFileSync(join(resources, 'letters', `${letterId}.txt`), 'utf8'), version: null };
  } catch (cause) {
    throw new StandingError(
      'bad-letter',
      `The letter ${letterId}.txt that ships with Standing cannot be read.`,
      'Install Standing again.',
      { cause },
    );
  }
}
