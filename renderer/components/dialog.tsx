import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './button.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  /** Asked to close by Esc, the cross or a press outside. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons at its foot, the one that acts last. */
  readonly footer?: ReactNode;
  /** `medium` 480 px, `large` 880 px, `full` as much as there is. */
  readonly size?: 'medium' | 'large' | 'full';
  /** `drawer` stands at the right edge, for something read beside the screen. */
  readonly kind?: 'dialog' | 'drawer';
  /** false where a press outside or Esc would lose work. */
  readonly dismissable?: boolean;
}

/**
 * A dialog: open while it is mounted. The browser's own modal dialog keeps the focus inside; it goes to the control
 * marked `data-autofocus`, else to the title, and returns to where it was.
 */
export function Dialog({
  title,
  onClose,
  children,
  footer,
  size = 'medium',
  kind = 'dialog',
  dismissable = true,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    const first = element?.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current;
    first?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // What is still being read when the dialog opens brings its first control later.
  useLayoutEffect(() => {
    if (heading.current === null || document.activeElement !== heading.current) return;
    dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  });

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the dialog's own `cancel`; the press outside is a convenience beside it
    <dialog
      ref={dialog}
      className={`dialog dialog--${kind} dialog--${size}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (dismissable) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && dismissable) onClose();
      }}
    >
      <div className="dialog__box">
        <div className="dialog__header">
          <h2 id={id} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon={X} label="Close" onClick={onClose} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className="dialog__body" tabIndex={0} aria-labelledby={id}>
          {children}
        </section>
        {footer === undefined ? null : <div className="dialog__footer">{footer}</div>}
      </div>
    </dialog>
  );
}

/** The same, at the right edge of the window. */
export function Drawer(props: Omit<DialogProps, 'kind'>) {
  return <Dialog {...props} kind="drawer" />;
}
