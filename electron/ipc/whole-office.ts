import type { ChannelName, ChannelsAt } from '../../shared/ipc/contract.ts';

const CHANNELS: readonly ChannelsAt<'reader'>[] = [
  'today.view',
  'notices.due',
  'notices.completeness',
  'renewals.months',
  'payments.credits',
  'books.journal',
  'books.aged',
  'worklists.counts',
];

/**
 * Questions that go through the whole office: at 100,000 members they take from a quarter of a second to some seconds. They have a thread
 * of their own, so that a lookup, a list or a scanned stub never waits behind one.
 */
export const WHOLE_OFFICE: ReadonlySet<ChannelName> = new Set(CHANNELS);
