import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../../components/button.tsx';

interface ViewerBarProps {
  readonly title: string;
  readonly onClose: () => void;
  /** What Back leads to; without it, the run. */
  readonly backTo?: string | undefined;
  readonly actions: ReactNode;
  /** What moves and zooms the pages. */
  readonly children: ReactNode;
}

/** What stands above the pages: back, what it is, where one is, what can be done with it. */
export function ViewerBar({ title, onClose, backTo = 'the run', actions, children }: ViewerBarProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <header className="pdf-bar">
      <IconButton icon={ArrowLeft} label={`Back to ${backTo} (Esc)`} onClick={onClose} />
      <h1 className="pdf-bar__title" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="pdf-bar__middle">{children}</div>
      <div className="buttons">{actions}</div>
    </header>
  );
}
