import type { ReactNode } from 'react';
import './points.css';

interface TableScrollProps {
  /** What is in it, read aloud. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that may be wider than a small window: it scrolls by itself, by keyboard too. */
export function TableScroll({ label, children }: TableScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="points-scroll" aria-label={`${label}, as wide as it is`} tabIndex={0}>
      {children}
    </section>
  );
}
