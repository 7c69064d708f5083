import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { ErrorShape } from '../../shared/ipc/errors.ts';
import { Button, IconButton } from './button.tsx';
import './toast.css';

interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'error';
  readonly text: string;
  readonly action: { readonly text: string; readonly run: () => void } | null;
}

const SHOWN_MS = 6_000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Says that something happened, with the next step or the way back: `sayDone('812 printed.', { text: 'Mark as mailed', run })`. */
export function sayDone(text: string, action: Toast['action'] = null): void {
  add({ id: nextId++, kind: 'done', text, action });
}

/** Says that something did not happen; it stays until it is closed. */
export function sayError(error: ErrorShape): void {
  add({ id: nextId++, kind: 'error', text: `${error.message} ${error.fix}`.trim(), action: null });
}

/** Where what was said is shown; once in the frame. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={`toast toast--${toast.kind}`}>
          {toast.kind === 'done' ? (
            <CircleCheck size={16} aria-hidden />
          ) : (
            <CircleAlert size={16} aria-hidden />
          )}
          <span className="toast__text">{toast.text}</span>
          {toast.action === null ? null : (
            <Button
              look="quiet"
              onClick={() => {
                toast.action?.run();
                remove(toast.id);
              }}
            >
              {toast.action.text}
            </Button>
          )}
          <IconButton icon={X} label="Close message" onClick={() => remove(toast.id)} />
        </div>
      ))}
    </div>
  );
}

function add(toast: Toast): void {
  publish([...toasts.slice(-2), toast]);
  if (toast.kind === 'done') setTimeout(() => remove(toast.id), SHOWN_MS);
}

function remove(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
