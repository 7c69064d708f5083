import { ChevronLeft, ChevronRight, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useKeys } from '../../app/use-keys.ts';
import { IconButton } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { PageWords } from './page-words.tsx';

interface PagePictureProps {
  readonly part: IntakePart;
  /** The key that rotates, where the screen needs `r` for something else. */
  readonly turnKey?: string;
}

/** The pages of a part, one at a time: drawn elsewhere, so that nothing of a document runs in the window. `p` and `n` turn, `r` rotates. */
export function PagePicture({ part, turnKey = 'r' }: PagePictureProps) {
  const [turned, setTurned] = useState({ part: part.part, page: part.firstPage, quarters: 0 });
  const [large, setLarge] = useState(false);
  const { page, quarters } = turned.part === part.part ? turned : { page: part.firstPage, quarters: 0 };
  const picture = useAsk('intake.page', { sha256: part.sha256, type: part.type, page });
  // The next page is read and drawn while this one is looked at.
  useAsk(
    'intake.page',
    { sha256: part.sha256, type: part.type, page: Math.min(page + 1, part.lastPage) },
    { enabled: picture.data !== undefined },
  );
  const go = (to: number) =>
    setTurned({
      part: part.part,
      page: Math.min(part.lastPage, Math.max(part.firstPage, to)),
      quarters,
    });
  const rotate = () => setTurned({ part: part.part, page, quarters: (quarters + 1) % 4 });
  useKeys('Pages', [
    { keys: 'n', does: 'Next page', run: () => go(page + 1) },
    { keys: 'p', does: 'Page before', run: () => go(page - 1) },
    { keys: turnKey, does: 'Turn the page for reading', run: rotate },
  ]);
  const name = `Page ${page} of ${part.name}`;
  return (
    <section className="page-picture" aria-label="Pages">
      <div className="page-picture__bar">
        <IconButton
          icon={ChevronLeft}
          label="Page before (p)"
          disabled={page <= part.firstPage}
          onClick={() => go(page - 1)}
        />
        <span className="figures" aria-live="polite">
          Page {page} of {part.lastPage}
        </span>
        <IconButton
          icon={ChevronRight}
          label="Next page (n)"
          disabled={page >= part.lastPage}
          onClick={() => go(page + 1)}
        />
        <IconButton icon={RotateCw} label={`Turn (${turnKey})`} onClick={rotate} />
        <IconButton
          icon={large ? ZoomOut : ZoomIn}
          label={large ? 'Whole page' : 'Larger'}
          onClick={() => setLarge(!large)}
        />
      </div>
      <PageWords part={part} page={page} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="page-picture__sheet" aria-label={`${name}, as large as it is`} tabIndex={0}>
        {picture.error === null ? null : (
          <ErrorState error={picture.error} onRetry={() => void picture.refetch()} />
        )}
        {picture.data === undefined && picture.error === null ? <Skeleton height="420px" /> : null}
        {picture.data === null ? <p className="soft page-picture__none">This page cannot be shown.</p> : null}
        {typeof picture.data === 'string' ? (
          <img
            className={`page-picture__page page-picture__page--${quarters}${large ? ' page-picture__page--large' : ''}`}
            src={`data:image/jpeg;base64,${picture.data}`}
            alt={name}
          />
        ) : null}
      </section>
    </section>
  );
}
