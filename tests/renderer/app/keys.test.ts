import { describe, expect, it } from 'vitest';
import { displayKeys, isPressed } from '../../../renderer/app/keys.ts';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const CTRL = { ...NONE, ctrlKey: true };
const CMD = { ...NONE, metaKey: true };
const SHIFT = { ...NONE, shiftKey: true };
const ALT = { ...NONE, altKey: true };

describe('whether keys are pressed', () => {
  it.each([
    ['mod+k', 'k', CTRL, 'other', true],
    ['mod+k', 'K', CTRL, 'other', true],
    ['mod+k', 'k', CMD, 'other', false],
    ['mod+k', 'k', CMD, 'mac', true],
    ['mod+k', 'k', CTRL, 'mac', false],
    ['mod+k', 'k', NONE, 'other', false],
    ['mod+1', '1', CTRL, 'other', true],
    ['mod+1', '2', CTRL, 'other', false],
    ['?', '?', SHIFT, 'other', true],
    ['/', '/', NONE, 'other', true],
    ['/', '/', SHIFT, 'other', true],
    ['/', '/', CTRL, 'other', false],
    ['e', 'e', NONE, 'other', true],
    ['e', 'e', SHIFT, 'other', false],
    ['e', 'e', ALT, 'other', false],
    ['shift+Enter', 'Enter', SHIFT, 'other', true],
    ['Enter', 'Enter', SHIFT, 'other', false],
    ['Escape', 'Escape', NONE, 'mac', true],
  ] as const)('%s by %s with %j on %s: %s', (keys, key, held, computer, pressed) => {
    expect(isPressed(keys, { key, ...held }, computer === 'mac')).toBe(pressed);
  });
});

it.each([
  ['mod+k', false, ['Ctrl', 'K']],
  ['mod+k', true, ['⌘', 'K']],
  ['?', false, ['?']],
  [' ', false, ['Space']],
  ['shift+ArrowDown', false, ['Shift', '↓']],
  ['Escape', true, ['Esc']],
])('%s is shown (Mac %s) as %j', (keys, mac, shown) => {
  expect(displayKeys(keys, mac)).toEqual(shown);
});
