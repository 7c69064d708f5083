import type { ChannelName } from './contract.ts';

/** Every channel by name and nothing more, so that the preload script carries no schemas. Checked against the contract by type. */
const CHANNELS: Readonly<Record<ChannelName, true>> = {
  'office.state': true,
  'office.createSample': true,
  'office.createEmpty': true,
  'office.open': true,
  'office.close': true,
  'office.chooseFolder': true,
  'office.profile': true,
  'office.saveProfile': true,
  'today.view': true,
  'members.lookup': true,
  'members.query': true,
  'members.export': true,
  'members.page': true,
  'members.saveContact': true,
  'sweep.run': true,
  'renewals.months': true,
  'renewals.runs': true,
  'renewals.run': true,
  'renewals.prepare': true,
  'renewals.pieces': true,
  'renewals.print': true,
  'renewals.savePdf': true,
  'renewals.sendToPrinter': true,
  'renewals.markMailed': true,
  'renewals.unmarkMailed': true,
  'import.chooseFiles': true,
  'import.inspect': true,
  'import.start': true,
  'import.saveErrors': true,
  'policy.book': true,
  'backup.create': true,
  'backup.chooseTarget': true,
  'backup.chooseSource': true,
  'backup.restore': true,
  'backup.verify': true,
  'jobs.cancel': true,
  'shell.showFile': true,
  'shell.setTheme': true,
  'shell.chooseImage': true,
};

// The record's keys are exactly the channel names; Object.keys only says string.
export const CHANNEL_NAMES = Object.keys(CHANNELS) as readonly ChannelName[];

export function isChannelName(name: string): name is ChannelName {
  return Object.hasOwn(CHANNELS, name);
}
