/** Where someone was in a table. */
interface TablePlace {
  /** Pixels scrolled. */
  readonly offset: number;
  /** -1 = on no row. */
  readonly active: number;
}

const places = new Map<string, TablePlace & { readonly question: string }>();

/** Keeps where someone was in a table, so that Back returns to it; per window, for the same question only. */
export function rememberPlace(tableId: string, question: string, place: TablePlace): void {
  places.set(tableId, { ...place, question });
}

/** Where someone was when the same question was last shown, else the top. */
export function recallPlace(tableId: string, question: string): TablePlace {
  const place = places.get(tableId);
  return place?.question === question ? place : { offset: 0, active: -1 };
}
