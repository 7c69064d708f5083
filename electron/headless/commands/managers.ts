import { managers as namesOf, saveManagers } from '../../services/managers.ts';
import type { Call } from '../call.ts';
import { type CommandResult, withOffice } from '../command.ts';

/** `managers [NAME …]` */
export async function managers(call: Call): Promise<CommandResult> {
  const names = await withOffice(call, (office) =>
    call.words.length === 0 ? namesOf(office) : saveManagers(office, call.words),
  );
  return {
    json: names,
    text: names.length === 0 ? 'No manager is named yet.' : `Managers: ${names.join(', ')}.`,
  };
}
