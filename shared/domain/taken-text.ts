import type { FileOutcome } from './intake.ts';

/** What came of some files, in a line: `3 files in 4 parts: 2 filed, 1 waiting in the queue, 1 here already.` */
export function takenText(files: readonly FileOutcome[]): string {
  const parts = files.flatMap((file) =>
    file.outcome === 'duplicate' || file.parts.length === 0
      ? [file.skipped ? 'skipped' : file.outcome]
      : file.parts.map(({ outcome }) => (file.pages === null ? 'quarantined' : outcome)),
  );
  const told = OUTCOME_WORDS.map(
    ([outcome, word]) => [parts.filter((one) => one === outcome).length, word] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`);
  const split = parts.length > files.length ? ` in ${parts.length} parts` : '';
  return `${files.length} ${files.length === 1 ? 'file' : 'files'}${split}: ${told.join(', ')}.`;
}

const OUTCOME_WORDS = [
  ['filed', 'filed'],
  ['unmatched', 'waiting in the queue'],
  ['quarantined', 'in quarantine'],
  ['refused', 'refused'],
  ['duplicate', 'here already'],
  ['skipped', 'passed over'],
] as const;
