import type { ColumnMapping, ImportInspection } from '../../../shared/domain/import.ts';

/** What each column of the file is taken for: what was chosen by hand, else what was recognised. */
export function takenFor(inspection: ImportInspection, chosen: ColumnMapping): readonly (string | null)[] {
  return inspection.columns.map(({ header, column }) => {
    const own = chosen[header];
    return own === undefined ? column : own;
  });
}

/** Required columns of the kind that nothing in the file gives. */
export function missingColumns(inspection: ImportInspection, chosen: ColumnMapping): readonly string[] {
  const taken = takenFor(inspection, chosen);
  return inspection.known
    .filter(({ column, required }) => required && !taken.includes(column))
    .map(({ column }) => column);
}

/** The choice after a header is taken for a column; whichever header had that column until now gives it up. */
export function choose(
  inspection: ImportInspection,
  chosen: ColumnMapping,
  header: string,
  column: string | null,
): ColumnMapping {
  const taken = takenFor(inspection, chosen);
  const others = inspection.columns.flatMap((one, index) =>
    column !== null && one.header !== header && taken[index] === column ? [[one.header, null] as const] : [],
  );
  return { ...chosen, ...Object.fromEntries(others), [header]: column };
}

/** Suggestions that nobody has taken up or turned down, each for a column that nothing gives yet. */
export function openSuggestions(
  inspection: ImportInspection,
  chosen: ColumnMapping,
): readonly { readonly header: string; readonly column: string }[] {
  const taken = takenFor(inspection, chosen);
  return inspection.columns.flatMap(({ header, suggestion }) =>
    suggestion === null || Object.hasOwn(chosen, header) || taken.includes(suggestion)
      ? []
      : [{ header, column: suggestion }],
  );
}
