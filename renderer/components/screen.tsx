import { type ReactNode, useEffect, useRef } from 'react';
import './screen.css';

interface ScreenProps {
  readonly title: string;
  /** One line under or beside the title. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** `fill`: the content fills the screen and scrolls by itself (a table); `page`: the screen scrolls. */
  readonly kind?: 'page' | 'fill';
  readonly children: ReactNode;
}

/**
 * One screen: its heading, what can be done and its content. The heading takes the focus when the screen opens, so that the keyboard and a
 * screen reader start there; the window's title says the same.
 */
export function Screen({ title, about, actions, kind = 'page', children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} – Standing`;
  }, [title]);

  useEffect(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body || focused.matches('a')) heading.current?.focus();
  }, []);

  return (
    <div className={`screen screen--${kind}`} tabIndex={kind === 'page' ? 0 : undefined}>
      <header className="screen__header">
        <div className="screen__words">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about === undefined ? null : <div className="screen__about">{about}</div>}
        </div>
        {actions === undefined ? null : <div className="buttons">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface CardProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A box that holds what belongs together. */
export function Card({ title, actions, children }: CardProps) {
  return (
    <section className="card">
      {title === undefined ? null : (
        <header className="card__header">
          <h2>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}
