import type { ArrangementStep } from '../../../shared/domain/page-order.ts';

/** A step on record. */
export interface StepOnRecord {
  readonly id: number;
  readonly step: ArrangementStep;
  /** Which step it takes back or does again. */
  readonly of: number | null;
}

/** The step that the next undo takes back, and the one that the next redo does again: what is done anew leaves nothing to do again. */
export function stepsBack(trail: readonly StepOnRecord[]): {
  readonly undo: number | null;
  readonly redo: number | null;
} {
  const done: number[] = [];
  const undone: number[] = [];
  for (const { id, step, of } of trail) {
    if (of === null) {
      done.push(id);
      undone.length = 0;
    } else if (step === 'undo') {
      done.pop();
      undone.push(of);
    } else {
      undone.pop();
      done.push(of);
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
