import { describe, expect, test } from 'vitest';
import { refuseDuplicates } from '../../electron/ipc/handlers.ts';
import { MAIN } from '../../electron/ipc/main-channels.ts';
import { JOBS, OFFICE } from '../../electron/ipc/office-channels.ts';
import { READER } from '../../electron/ipc/reader-channels.ts';
import { CHANNEL_NAMES, isChannelName } from '../../shared/ipc/channels.ts';
import { CONTRACT } from '../../shared/ipc/contract.ts';
import type { ChannelPlace } from '../../shared/ipc/define.ts';

function channelsAt(place: ChannelPlace): string[] {
  return Object.entries(CONTRACT)
    .filter(([, channel]) => channel.place === place)
    .map(([name]) => name)
    .sort();
}

test('the plain list of channels is the contract’s', () => {
  expect([...CHANNEL_NAMES].sort()).toEqual(Object.keys(CONTRACT).sort());
});

test.each(['toString', '__proto__', 'constructor', 'office', ''])('“%s” is no channel', (name) => {
  expect(isChannelName(name)).toBe(false);
});

describe('every channel has exactly one handler, at its place', () => {
  test.each<readonly [ChannelPlace, object]>([
    ['main', MAIN],
    ['reader', READER],
    ['office', OFFICE],
    ['job', JOBS],
  ])('%s', (place, handlers) => {
    expect(Object.keys(handlers).sort()).toEqual(channelsAt(place));
  });

  test('two features that answer one channel stop the program at its start', () => {
    const feature = { 'policy.book': () => null };
    expect(() => refuseDuplicates([feature, { 'today.view': () => null }])).not.toThrow();
    expect(() => refuseDuplicates([feature, { ...feature }])).toThrow('policy.book is answered twice');
  });
});
