import { useEffect } from 'react';
import type { ReceiptFile } from '../../../shared/domain/receipts.ts';
import { useJobs } from '../../api/use-job.ts';
import { Banner } from '../../components/notices.tsx';
import { awaitedWords } from './line-words.ts';

interface UnfinishedFileProps {
  readonly file: ReceiptFile;
  /** Looks how far it is by now. */
  readonly onLook: () => void;
}

/** Milliseconds between two looks at how far a file is. */
const LOOK_EVERY = 2_000;

/** Says of a file whose lines are not all in what that means: it is being entered just now, or was interrupted. */
export function UnfinishedFile({ file: { awaitedLines }, onLook }: UnfinishedFileProps) {
  const running = useJobs().some(
    ({ channel, state }) => channel === 'reconcile.enter' && state === 'running',
  );
  // Without dependencies: each look draws it anew, and sets the next.
  useEffect(() => {
    if (awaitedLines === 0) return;
    const timer = setTimeout(onLook, LOOK_EVERY);
    return () => clearTimeout(timer);
  });
  if (awaitedLines === 0) return null;
  const toCome = `${awaitedWords(awaitedLines)} of it ${awaitedLines === 1 ? 'is' : 'are'}`;
  return running ? (
    <Banner kind="info">
      The file is being entered: {toCome} still to come. What is in can be worked meanwhile; the sums agree
      once all of it is in.
    </Banner>
  ) : (
    <Banner kind="warning">
      Entering the file was interrupted: {toCome} not in, and the deposit cannot be closed. Read the same file
      again and enter it: that puts in the rest, and nothing twice.
    </Banner>
  );
}
