import type { LineEntered } from '../../../shared/domain/receipts.ts';

const waits = ({ state }: LineEntered): boolean => state === 'open' || state === 'left';

/** Whether something is suggested for the line: a member, or the payment that went back. */
export function canAccept(line: LineEntered): boolean {
  return waits(line) && (line.outcome === 'back' ? line.remittance !== null : line.suggestion !== null);
}

/** Whether the line has money that is nobody’s. */
export function canFind(line: LineEntered): boolean {
  return waits(line) && line.outcome !== 'back';
}

export function canLeave({ state }: LineEntered): boolean {
  return state === 'open';
}

/** Whether there is something to take back: payments that stand, or that it was left. */
export function canUndo({ state, payments }: LineEntered): boolean {
  return state === 'left' || (state !== 'reversed' && payments.length > 0);
}
