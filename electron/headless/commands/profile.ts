import { readFileSync } from 'node:fs';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { officeProfile, parseProfile, saveProfile } from '../../services/profile.ts';
import type { Call } from '../call.ts';
import { type CommandResult, withOffice } from '../command.ts';

/** `profile [FILE.json]` */
export async function profile(call: Call): Promise<CommandResult> {
  const [file] = call.words;
  const shown = await withOffice(call, async (office) => {
    if (file === undefined) return officeProfile(office);
    return saveProfile(office, parseProfile(read(file)));
  });
  const { address } = shown;
  return {
    json: shown,
    text:
      shown.name === ''
        ? 'The office has no profile yet.'
        : `${shown.name}\n${address.address1} ${address.address2}\n${address.city} ${address.state} ${address.zip}`,
  };
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StandingError(
      'file-unreadable',
      `The file ${file} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}.`,
      'Start from what “profile --json” shows.',
    );
  }
}
