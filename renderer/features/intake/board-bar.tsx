import {
  ArrowLeft,
  ArrowRight,
  FileOutput,
  type LucideIcon,
  Merge,
  Redo2,
  RotateCw,
  Scissors,
  Undo2,
  Upload,
} from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { KeyBinding } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';

const DEEDS = [
  { name: 'split', text: 'Split after', key: 's', icon: Scissors, does: 'A new part begins behind the page' },
  { name: 'join', text: 'Join next', key: 'm', icon: Merge, does: 'Join the part with the next one' },
  { name: 'turn', text: 'Turn', key: 'r', icon: RotateCw, does: 'Turn the page a quarter right' },
  { name: 'out', text: 'Take out', key: 'o', icon: FileOutput, does: 'The page becomes a part of its own' },
  { name: 'before', text: 'Earlier', key: 'Alt ←', icon: ArrowLeft, does: 'Move the page one place earlier' },
  { name: 'after', text: 'Later', key: 'Alt →', icon: ArrowRight, does: 'Move the page one place later' },
  { name: 'undo', text: 'Undo', key: 'z', icon: Undo2, does: 'Take the last step back' },
  { name: 'redo', text: 'Redo', key: 'y', icon: Redo2, does: 'Do it again' },
  {
    name: 'putBack',
    text: 'Put back…',
    key: 'u',
    icon: Upload,
    does: 'Put what is settled back into the queue',
  },
] as const satisfies readonly {
  readonly name: string;
  readonly text: string;
  readonly key: string;
  readonly icon: LucideIcon;
  readonly does: string;
}[];

type Deed = (typeof DEEDS)[number]['name'];

/** What can be done with the page that is chosen; null = not now. */
export type BoardDeeds = Readonly<Record<Deed, (() => void) | null>>;

const BINDINGS: Readonly<Partial<Record<string, string>>> = {
  'Alt ←': 'alt+ArrowLeft',
  'Alt →': 'alt+ArrowRight',
};

/** As `?` lists them; the board handles them itself. */
export const BOARD_KEYS: readonly KeyBinding[] = [
  ...DEEDS.map(({ key, does }) => ({ keys: BINDINGS[key] ?? key, does })),
  { keys: 'Enter', does: 'Look at the page alone' },
];

/** Which deed a key press on the board asks for. */
export function deedOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): Deed | null {
  if (altKey) {
    if (key === 'ArrowLeft' || key === 'ArrowUp') return 'before';
    return key === 'ArrowRight' || key === 'ArrowDown' ? 'after' : null;
  }
  const small = key.toLowerCase();
  if (small === 'z') return shiftKey ? 'redo' : 'undo';
  if (small === 'y') return 'redo';
  if (ctrlKey || metaKey || shiftKey) return null;
  return DEEDS.find((one) => one.key === small)?.name ?? null;
}

/** The deeds as buttons with their keys. */
export function BoardBar({ deeds }: { readonly deeds: BoardDeeds }) {
  return (
    <div className="page-board__bar" role="toolbar" aria-label="Put the pages in order">
      {DEEDS.map(({ name, text, key, icon, does }) => {
        const run = deeds[name];
        if (name === 'putBack' && run === null) return null;
        return (
          <Button
            key={name}
            look="quiet"
            icon={icon}
            title={does}
            disabled={run === null}
            onClick={() => run?.()}
          >
            {text} ({key})
          </Button>
        );
      })}
    </div>
  );
}
