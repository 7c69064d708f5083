import type { SweepChange, SweepReport } from '../../../shared/domain/sweep.ts';

/** What a sweep does to one kind, in the office's words. */
export const CHANGE_WORDS: Readonly<Record<SweepChange['kind'], string>> = {
  invoice: 'Fees to invoice',
  roll: 'Cycles that roll',
  lapse: 'Newly lapsed',
  'lapse-lifted': 'No longer lapsed',
};

export interface ChangeGroup {
  readonly kind: SweepChange['kind'];
  /** All of them, also those beyond what the report lists. */
  readonly count: number;
  readonly changes: readonly SweepChange[];
}

/** The changes of a dry run by kind, in the order in which the sweep makes them. */
export function changeGroups(report: SweepReport): readonly ChangeGroup[] {
  return (Object.keys(CHANGE_WORDS) as SweepChange['kind'][]).map((kind) => {
    const changes = report.changes.filter((change) => change.kind === kind);
    return { kind, changes, count: countOf(report, kind) ?? changes.length };
  });
}

/** How many changes a dry run foresees in all. */
export function changeCount(report: SweepReport): number {
  return changeGroups(report).reduce((sum, { count }) => sum + count, 0);
}

function countOf(report: SweepReport, kind: SweepChange['kind']): number | null {
  switch (kind) {
    case 'invoice':
      return report.invoiced;
    case 'roll':
      return report.rolled;
    case 'lapse':
      return report.lapsed;
    case 'lapse-lifted':
      return null;
  }
}
