/** What a key press means in a table. */
export type TableMove =
  | { readonly kind: 'to'; readonly row: number; readonly extend: boolean }
  | { readonly kind: 'open' }
  | { readonly kind: 'pick' }
  | { readonly kind: 'clear' };

interface TableAt {
  /** The row that the keyboard is on; -1 before the first key. */
  readonly active: number;
  readonly total: number;
  /** Rows that fit in sight. */
  readonly rowsInSight: number;
}

/** What a key does, or null where it is not the table's: arrows, Page, Home, End move; Enter opens; Space picks; Esc clears. */
export function tableMove(key: string, shift: boolean, at: TableAt): TableMove | null {
  if (key === 'Escape') return { kind: 'clear' };
  if (at.total === 0) return null;
  if (at.active >= 0 && key === 'Enter') return { kind: 'open' };
  if (at.active >= 0 && key === ' ') return { kind: 'pick' };
  const row = rowFor(key, at);
  if (row === null) return null;
  return { kind: 'to', row: Math.max(0, Math.min(at.total - 1, row)), extend: shift };
}

function rowFor(key: string, { active, total, rowsInSight }: TableAt): number | null {
  const step = Math.max(1, rowsInSight - 1);
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + step;
    case 'PageUp':
      return active - step;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
