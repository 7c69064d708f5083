import { readFile } from 'node:fs/promises';
import { parseFactsFile } from '../../../shared/domain/parse-facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { resourcesFolder } from '../../platform/resources.ts';
import { loadPolicyBook } from '../../policy/load-policy-book.ts';
import { evaluateStanding } from '../../rules/evaluate-standing.ts';
import type { Call } from '../call.ts';
import type { CommandResult } from '../command.ts';
import { standingText } from './explain.ts';

/** `evaluate FACTS.json` */
export async function evaluate(call: Call): Promise<CommandResult> {
  const [file = ''] = call.words;
  const facts = parseFactsFile(await readJson(file));
  const policy = loadPolicyBook(resourcesFolder());
  const standings = facts.map((one) => evaluateStanding(one, policy, one.asOf));
  return { json: standings, text: standings.map(standingText).join('\n\n') };
}

async function readJson(file: string): Promise<unknown> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    throw new StandingError(
      'file-unreadable',
      `The file ${file} cannot be read.`,
      'Check its name and that you may read it.',
    );
  }
  try {
    // Skips a byte order mark, and refuses what is not UTF-8 rather than guess at it.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new StandingError(
      'not-json',
      `The file ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      'Write one Facts object, or an array of them.',
    );
  }
}
