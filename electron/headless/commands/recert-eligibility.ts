import { keepEligibility, noteDocument } from '../../services/recertification/eligibility.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { answersOf } from './eligibility.ts';
import { dateOf, idOf, needText } from './money-options.ts';
import { applicationOf, shown } from './recert.ts';

/** `recert eligibility APPLICATION --way ID [--answers FILE.json]` */
export async function keep(call: Call): Promise<CommandResult> {
  const order = {
    application: applicationOf(call),
    route: needText(call, 'way', 'the way that the assistant found'),
    answers: answersOf(call.text('answers')),
  };
  return shown(await withOffice(call, (office) => keepEligibility(office, order)));
}

/** `recert document APPLICATION PLACE [--came DATE | --undo]` */
export async function document(call: Call): Promise<CommandResult> {
  if (call.flag('undo') && call.text('came') !== null)
    throw new UsageError('give --came or --undo, not both');
  const order = {
    application: applicationOf(call),
    place: idOf(call.words[1], 'a place in the list of documents'),
    cameOn: call.flag('undo') ? null : dateOf(call, 'came', asOfDate(call)),
  };
  return shown(await withOffice(call, (office) => noteDocument(office, order)));
}
