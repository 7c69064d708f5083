import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import './pager.css';

/** The part of a list that is asked for, and the way to another part. */
export interface Page {
  /** Rows before the first one that is shown. */
  readonly offset: number;
  readonly limit: number;
  readonly turnTo: (offset: number) => void;
}

/** Reads a list so many rows at a time. @param list names which list it is: another one begins with its first page */
export function usePage(limit: number, list = ''): Page {
  const [at, setAt] = useState({ list, offset: 0 });
  const offset = at.list === list ? at.offset : 0;
  return { offset, limit, turnTo: (next) => setAt({ list, offset: next }) };
}

/** Says which rows of a long list are shown and leads to the others; nothing where all of them are. */
export function Pager({ page, total }: { readonly page: Page; readonly total: number }) {
  const { offset, limit, turnTo } = page;
  const nav = useRef<HTMLElement>(null);
  // The last page may have been worked off the list.
  const gone = offset > 0 && offset >= total;
  useEffect(() => {
    if (gone) turnTo(Math.max(0, Math.ceil(total / limit) - 1) * limit);
  });
  // At either end the button that led there takes no press any more: the keyboard goes to the other one.
  useLayoutEffect(() => {
    const at = document.activeElement;
    if (at instanceof HTMLButtonElement && at.disabled && nav.current?.contains(at) === true)
      nav.current.querySelector<HTMLElement>('button:enabled')?.focus({ preventScroll: true });
  });
  if (total <= limit && offset === 0) return null;
  const turn = (next: number) => {
    turnTo(next);
    nav.current?.parentElement?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav ref={nav} className="pager" aria-label="Pages of the list">
      <span className="soft figures" role="status">
        {(offset + 1).toLocaleString('en-US')} to {Math.min(offset + limit, total).toLocaleString('en-US')} of{' '}
        {total.toLocaleString('en-US')}
      </span>
      <Button disabled={offset === 0} onClick={() => turn(Math.max(0, offset - limit))}>
        Previous
      </Button>
      <Button disabled={offset + limit >= total} onClick={() => turn(offset + limit)}>
        Next
      </Button>
    </nav>
  );
}
