import type { Leaf, PageStep, Quarters } from '../../../shared/domain/page-order.ts';

/** A part of a document and its pages in order. */
export interface ArrangedPart {
  /** null = it is made by this step. */
  readonly part: number | null;
  readonly leaves: readonly Leaf[];
}

/** The parts that a step leaves, none of them empty; null where it would change nothing, or names a page that is not there. */
export function arrange(parts: readonly ArrangedPart[], step: PageStep): readonly ArrangedPart[] | null {
  const at = parts.findIndex(({ leaves }) => leaves.some(({ page }) => page === step.page));
  const own = parts[at];
  if (own === undefined) return null;
  const place = own.leaves.findIndex(({ page }) => page === step.page);
  const leaf = own.leaves[place];
  if (leaf === undefined) return null;
  const rest = own.leaves.toSpliced(place, 1);
  switch (step.does) {
    case 'split':
      if (place === own.leaves.length - 1) return null;
      return parts.toSpliced(
        at,
        1,
        { part: own.part, leaves: own.leaves.slice(0, place + 1) },
        { part: null, leaves: own.leaves.slice(place + 1) },
      );
    case 'join': {
      const next = parts[at + 1];
      if (next === undefined) return null;
      return parts.toSpliced(at, 2, { part: own.part, leaves: [...own.leaves, ...next.leaves] });
    }
    case 'move':
      return moved(parts, at, { ...own, leaves: rest }, leaf, place, step);
    case 'turn':
      return parts.with(at, { ...own, leaves: own.leaves.with(place, turned(leaf, step.clockwise)) });
    case 'take-out':
      if (rest.length === 0) return null;
      return parts.toSpliced(at, 1, { part: own.part, leaves: rest }, { part: null, leaves: [leaf] });
  }
}

function moved(
  parts: readonly ArrangedPart[],
  from: number,
  without: ArrangedPart,
  leaf: Leaf,
  place: number,
  step: Extract<PageStep, { does: 'move' }>,
): readonly ArrangedPart[] | null {
  const to = parts.findIndex(({ part }) => part === step.part);
  const target = to === from ? without : parts[to];
  if (target === undefined || step.place > target.leaves.length) return null;
  if (to === from && step.place === place) return null;
  return parts
    .with(from, without)
    .with(to, { ...target, leaves: target.leaves.toSpliced(step.place, 0, leaf) })
    .filter(({ leaves }) => leaves.length > 0);
}

const TURNS: readonly Quarters[] = [0, 1, 2, 3];

function turned(leaf: Leaf, clockwise: boolean): Leaf {
  return { ...leaf, quarters: TURNS[(leaf.quarters + (clockwise ? 1 : 3)) % 4] ?? 0 };
}
