import { ChevronLeft, ChevronRight, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useKeys } from '../../app/use-keys.ts';
import { IconButton } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { PageWords } from './page-words.tsx';
import { TurnedPicture } from './turned-picture.tsx';

interface PagePictureProps {
  readonly part: IntakePart;
  /** The key that rotates, where the screen needs `r` for something else. */
  readonly turnKey?: string;
  /** Told which page is looked at. */
  readonly onPage?: (page: number) => void;
  /** The page that is shown first; its own first one without it. */
  readonly from?: number | null;
}

/** The pages of a part, one at a time: drawn elsewhere, so that nothing of a document runs in the window. `p` and `n` turn, `r` rotates. */
export function PagePicture({ part, turnKey = 'r', onPage, from = null }: PagePictureProps) {
  const start = part.leaves.findIndex((one) => one.page === from);
  const [turned, setTurned] = useState({ part: part.part, place: Math.max(0, start), quarters: 0 });
  const [large, setLarge] = useState(false);
  const mine = turned.part === part.part ? turned : { place: 0, quarters: 0 };
  const place = Math.min(mine.place, Math.max(0, part.leaves.length - 1));
  const leaf = part.leaves[place];
  const page = leaf?.page ?? part.firstPage;
  // As it was turned by hand for good, and then for reading.
  const quarters = ((leaf?.quarters ?? 0) + mine.quarters) % 4;
  const { sha256, type } = part;
  // A page is drawn sharp when its words are read, so that no card number shows; until then its outline tells which it is.
  const outline = useAsk('intake.page', { sha256, type, page, small: true });
  const picture = useAsk('intake.page', { sha256, type, page });
  // The next page is read and drawn while this one is looked at.
  const next = part.leaves[place + 1]?.page ?? page;
  useAsk('intake.page', { sha256, type, page: next }, { enabled: picture.data !== undefined });
  const told = useRef(onPage);
  told.current = onPage;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is told though its page has the same number
  useEffect(() => told.current?.(page), [page, part.part]);
  const go = (to: number) => {
    if (to >= 0 && to < part.leaves.length) setTurned({ ...mine, part: part.part, place: to });
  };
  const rotate = () => setTurned({ part: part.part, place, quarters: (mine.quarters + 1) % 4 });
  useKeys('Pages', [
    { keys: 'n', does: 'Next page', run: () => go(place + 1) },
    { keys: 'p', does: 'Page before', run: () => go(place - 1) },
    { keys: turnKey, does: 'Turn the page for reading', run: rotate },
  ]);
  const name = `Page ${page} of ${part.name}`;
  return (
    <section className="page-picture" aria-label="Pages">
      <div className="page-picture__bar">
        <IconButton
          icon={ChevronLeft}
          label="Page before (p)"
          disabled={place === 0}
          onClick={() => go(place - 1)}
        />
        <span className="figures" aria-live="polite">
          {placeText(part, place)}
        </span>
        <IconButton
          icon={ChevronRight}
          label="Next page (n)"
          disabled={place >= part.leaves.length - 1}
          onClick={() => go(place + 1)}
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
        {picture.data === undefined && picture.error === null ? (
          typeof outline.data === 'string' ? (
            <TurnedPicture
              className="page-picture__page page-picture__page--outline"
              jpeg={outline.data}
              alt="The page’s words are being read"
              quarters={quarters}
            />
          ) : (
            <Skeleton height="420px" />
          )
        ) : null}
        {picture.data === null ? <p className="soft page-picture__none">This page cannot be shown.</p> : null}
        {typeof picture.data === 'string' ? (
          <TurnedPicture
            className={large ? 'page-picture__page page-picture__page--large' : 'page-picture__page'}
            jpeg={picture.data}
            alt={name}
            quarters={quarters}
          />
        ) : null}
      </section>
    </section>
  );
}

/** `Page 2 of 4`; of a part that has not all pages, or in another order, `1 of 2: page 3`. */
function placeText({ leaves, pages }: IntakePart, place: number): string {
  const page = leaves[place]?.page ?? 1;
  if (page === place + 1 && leaves.length === (pages ?? 1)) return `Page ${page} of ${leaves.length}`;
  return `${place + 1} of ${leaves.length}: page ${page}`;
}
