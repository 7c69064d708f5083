import { expect, test } from 'vitest';
import type { FileOutcome, PartOutcome } from '../../shared/domain/intake.ts';
import { takenText } from '../../shared/domain/taken-text.ts';

const part = (outcome: PartOutcome['outcome']) => ({ outcome }) as PartOutcome;
const file = (more: Partial<FileOutcome>): FileOutcome => ({
  ...{ file: 'scan.pdf', sha256: 'aa', outcome: 'filed', pages: 2, parts: [part('filed')] },
  ...more,
});

test.each([
  ['1 file: 1 filed.', [file({})]],
  [
    '2 files in 3 parts: 2 filed, 1 waiting in the queue.',
    [file({}), file({ outcome: 'unmatched', parts: [part('filed'), part('unmatched')] })],
  ],
  [
    '3 files: 1 in quarantine, 1 here already, 1 passed over.',
    [
      file({ outcome: 'unmatched', pages: null, parts: [part('unmatched')] }),
      file({ outcome: 'duplicate', parts: [] }),
      file({ outcome: 'refused', parts: [], pages: null, skipped: true }),
    ],
  ],
  ['1 file: 1 refused.', [file({ outcome: 'refused', parts: [], pages: null })]],
] as const)('what came of some files is told by their parts: %s', (said, files) => {
  expect(takenText(files)).toBe(said);
});
