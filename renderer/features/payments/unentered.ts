import { useSyncExternalStore } from 'react';
import type { EnterOutcome, RemittanceToEnter } from '../../../shared/domain/payments.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { sayError } from '../../components/toast.tsx';
import { type Draft, toEnter } from './draft.ts';

/** A cheque that was typed and is not in its deposit yet. */
export interface Unentered {
  readonly id: number;
  readonly deposit: number;
  readonly draft: Draft;
  /** `doubtful`: it looks like one that was entered already. */
  readonly state: 'saving' | 'refused' | 'doubtful';
  /** Why it was not entered; empty while it is being saved. */
  readonly why: string;
}

// Kept outside of the screen, so that a cheque that was refused after somebody left it is still there when they come back.
let unentered: readonly Unentered[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** The cheques of a deposit that are being saved, or were not entered, in the order in which they were typed. */
export function useUnentered(deposit: number): readonly Unentered[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unentered,
  );
  return all.filter((one) => one.deposit === deposit);
}

/**
 * Sends a cheque off at once, and keeps it until it is in the deposit; the form is free for the next meanwhile.
 * @param enter asks the office to enter it
 */
export async function enterCheque(
  enter: (cheque: RemittanceToEnter) => Promise<EnterOutcome>,
  deposit: number,
  draft: Draft,
  confirmDuplicate: boolean,
): Promise<void> {
  const id = ++lastId;
  publish([...unentered, { id, deposit, draft, state: 'saving', why: '' }]);
  try {
    const { entry, warnings } = await enter(toEnter(draft, deposit, confirmDuplicate));
    if (entry === null) return keep(id, 'doubtful', warnings.map(({ text }) => text).join(' '));
    publish(unentered.filter((one) => one.id !== id));
  } catch (error) {
    const { message, fix } = toErrorShape(error);
    keep(id, 'refused', `${message} ${fix}`.trim());
  }
}

/** Takes a cheque that was not entered off the list: to be corrected, or left. */
export function takeOff(id: number): void {
  publish(unentered.filter((one) => one.id !== id));
}

function keep(id: number, state: 'refused' | 'doubtful', why: string): void {
  const cheque = unentered.find((one) => one.id === id);
  publish(unentered.map((one) => (one.id === id ? { ...one, state, why } : one)));
  if (listeners.size > 0 || cheque === undefined) return;
  sayError({
    code: state,
    message: `A cheque of deposit ${cheque.deposit} was not entered. ${why}`,
    fix: 'Go back to the deposit: what was typed is kept there.',
  });
}

function publish(next: readonly Unentered[]): void {
  unentered = next;
  for (const listener of listeners) listener();
}
