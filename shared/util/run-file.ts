/**
 * The name of a run's PDF in the office folder's `runs/<run>/`, whole or some sheets of it, e.g. `2026-12-A.pdf`,
 * `2026-12-A-214-230.pdf`. The window shows it at `app://standing/runs/<run>/<name>`.
 */
export function runFileName(run: string, from: number | null, to: number | null): string {
  return from === null && to === null ? `${run}.pdf` : `${run}-${from ?? 1}-${to ?? 'last'}.pdf`;
}

/** What is printed of a run beside its sheets in a row. */
export const RUN_PARTS = ['spoiled', 'cover', 'labels'] as const;
export type RunPart = (typeof RUN_PARTS)[number];

/** The name of such a PDF in the same folder, e.g. `2026-12-A-cover.pdf`. */
export function runPartName(run: string, part: RunPart): string {
  return `${run}-${part}.pdf`;
}
