import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import './popover.css';

interface PopoverProps {
  /** What the floating part is, read aloud. */
  readonly label: string;
  /** The button's look and content. */
  readonly button: ReactNode;
  readonly buttonClass?: string;
  readonly buttonLabel?: string;
  /** Which edge of the button it lines up with. */
  readonly align?: 'start' | 'end';
  /** Drawn only while it is open. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/**
 * A button and what floats below it. Esc, a press outside and leaving it close it; the focus goes in with it and returns to the button.
 */
export function Popover({
  label,
  button,
  buttonClass = 'button',
  buttonLabel,
  align = 'start',
  children,
}: PopoverProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const element = panel.current;
    if (element === null) return;
    const onToggle = (event: Event) => {
      if (!(event instanceof ToggleEvent)) return;
      setOpen(event.newState === 'open');
    };
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, []);

  useEffect(() => {
    if (open) panel.current?.querySelector<HTMLElement>('input, button, [tabindex]')?.focus();
  }, [open]);

  const close = () => {
    panel.current?.hidePopover();
    trigger.current?.focus();
  };
  const anchor = `--anchor-${id.replace(/[^a-z0-9]/gi, '')}`;

  return (
    <>
      <button
        type="button"
        ref={trigger}
        className={buttonClass}
        aria-expanded={open}
        aria-haspopup="dialog"
        aria-label={buttonLabel}
        title={buttonLabel}
        popoverTarget={id}
        style={{ anchorName: anchor }}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={`popover popover--${align}`}
        style={{ positionAnchor: anchor }}
      >
        {open ? (typeof children === 'function' ? children(close) : children) : null}
      </div>
    </>
  );
}
