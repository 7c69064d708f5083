import type { CertificationCycles, CycleDetail } from '../../../shared/domain/cycles.ts';

/**
 * The cycles of a certification as they are worked: those that are not closed first, the one whose end comes or came first on top; then the
 * closed ones, newest first.
 */
export function cyclesInOrder(cycles: readonly CycleDetail[]): readonly CycleDetail[] {
  return cycles.toSorted((a, b) => {
    if (isClosed(a) !== isClosed(b)) return isClosed(a) ? 1 : -1;
    return isClosed(a) ? later(a.start, b.start) : -later(a.end, b.end);
  });
}

/** The certifications of a member: those with a cycle that lacks something first, the one that ends or ended first on top; else as they were. */
export function certificationsInOrder(
  certifications: readonly CertificationCycles[],
): readonly CertificationCycles[] {
  return certifications.toSorted((a, b) => {
    const [one, other] = [firstLacking(a), firstLacking(b)];
    if (one === undefined || other === undefined)
      return Number(one === undefined) - Number(other === undefined);
    return -later(one.end, other.end);
  });
}

function firstLacking({ cycles }: CertificationCycles): CycleDetail | undefined {
  return cyclesInOrder(cycles).find(
    (cycle) => !isClosed(cycle) && (cycle.state !== 'open' || (cycle.outstanding > 0 && !cycle.attested)),
  );
}

function isClosed({ state }: CycleDetail): boolean {
  return state === 'rolled' || state === 'reopened';
}

/** Negative where `a` is the later day. */
function later(a: string, b: string): number {
  return a === b ? 0 : a > b ? -1 : 1;
}
