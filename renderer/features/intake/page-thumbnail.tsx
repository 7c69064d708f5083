import { useEffect, useRef, useState } from 'react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import type { Leaf } from '../../../shared/domain/page-order.ts';
import { useAsk } from '../../api/use-ask.ts';
import { TurnedPicture } from './turned-picture.tsx';

interface PageThumbnailProps {
  readonly part: IntakePart;
  readonly leaf: Leaf;
  readonly current: boolean;
  /** A page is held over it, to be let go before it. */
  readonly over: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
  readonly onDragStart: () => void;
  readonly onDragOver: () => void;
  readonly onDrop: () => void;
}

const TURNED = ['', ', turned right', ', upside down', ', turned left'] as const;

/** A page to choose by: small, as it is turned, drawn when it comes into sight. */
export function PageThumbnail(props: PageThumbnailProps) {
  const { part, leaf, current, over } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [seen, setSeen] = useState(false);
  const small = useAsk(
    'intake.page',
    { sha256: part.sha256, type: part.type, page: leaf.page, small: true },
    { enabled: seen },
  );
  useEffect(() => {
    const element = button.current;
    if (element === null || seen) return;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [seen]);
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={over ? 'page-board__page page-board__page--over' : 'page-board__page'}
        data-page={leaf.page}
        aria-current={current}
        aria-label={`Page ${leaf.page}${TURNED[leaf.quarters]}`}
        tabIndex={current ? 0 : -1}
        draggable={part.state === 'waiting'}
        onFocus={props.onChoose}
        onClick={props.onChoose}
        onDoubleClick={props.onOpen}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', String(leaf.page));
          event.dataTransfer.effectAllowed = 'move';
          props.onDragStart();
        }}
        onDragOver={(event) => {
          event.preventDefault();
          event.stopPropagation();
          props.onDragOver();
        }}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          props.onDrop();
        }}
      >
        {typeof small.data === 'string' ? (
          <TurnedPicture className="" jpeg={small.data} alt="" quarters={leaf.quarters} />
        ) : (
          <span className="soft page-board__none">{small.data === null ? 'cannot be shown' : '…'}</span>
        )}
        <span className="figures">{leaf.page}</span>
      </button>
    </li>
  );
}
