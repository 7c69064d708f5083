import type { ReactNode } from 'react';
import './scroll-region.css';

interface ScrollRegionProps {
  /** Its name, read aloud. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that scrolls sideways by itself where the window is narrow, by keyboard too. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: in a narrow window it scrolls, and must be reachable by keyboard
    <section className="scroll-region" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
