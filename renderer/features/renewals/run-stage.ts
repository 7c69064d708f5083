import type { RenewalMonth, RunSummary } from '../../../shared/domain/renewals.ts';

/** How far a run is on its way to the post. */
export type RunStage = 'nothing-to-print' | 'prepared' | 'printed' | 'mailed';

/** The stage of a run; one without a sheet has nothing left to do. */
export function runStage(run: Pick<RunSummary, 'toPrint' | 'printedOn' | 'mailedOn'>): RunStage {
  if (run.mailedOn !== null) return 'mailed';
  if (run.toPrint === 0) return 'nothing-to-print';
  return run.printedOn === null ? 'prepared' : 'printed';
}

/** How far a month is. */
export function monthStage(month: RenewalMonth): RunStage | 'not-prepared' {
  return stageOfRuns(month.runs);
}

/** How far some runs are: as the one that is furthest behind, so that no waiting run hides behind a mailed one. */
export function stageOfRuns(runs: readonly Parameters<typeof runStage>[0][]): RunStage | 'not-prepared' {
  const stages = runs.map(runStage);
  if (stages.length === 0) return 'not-prepared';
  const order: readonly RunStage[] = ['prepared', 'printed', 'mailed', 'nothing-to-print'];
  return order.find((stage) => stages.includes(stage)) ?? 'nothing-to-print';
}

/** The office's word for each. */
export const STAGE_WORDS: Readonly<Record<RunStage | 'not-prepared', string>> = {
  'not-prepared': 'Not prepared',
  'nothing-to-print': 'Nothing to print',
  prepared: 'Prepared',
  printed: 'Printed',
  mailed: 'Mailed',
};
