import { type AnchorHTMLAttributes, type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { formatPlace, type Place, parsePlace } from './place.ts';

/** Goes to a place, e.g. `/members?status=past-due`; Back returns from it. */
export function navigate(to: string): void {
  if (window.location.hash === `#${to}`) return;
  window.location.hash = to;
}

/** Says the same place differently (a filter, a tab) without a step for Back. */
export function replacePlace(to: string): void {
  if (window.location.hash === `#${to}`) return;
  window.history.replaceState(window.history.state, '', `#${to}`);
  for (const listener of listeners) listener();
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
  };
}

/** Where the window is, followed as it changes. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parsePlace(hash), [hash]);
}

/** What narrows the place, and the way to change it in place; empty values disappear. */
export function useQueryText(): readonly [
  URLSearchParams,
  (change: Readonly<Record<string, string>>) => void,
] {
  const place = usePlace();
  const change = (values: Readonly<Record<string, string>>) => {
    // Read afresh: several changes may come between two renders.
    const now = parsePlace(window.location.hash);
    const query = new URLSearchParams(now.query);
    for (const [name, value] of Object.entries(values)) query.set(name, value);
    replacePlace(formatPlace(now.path, query));
  };
  return [place.query, change];
}

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A place of the window, e.g. `/members/700412`. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to a place in the window. */
export function Link({ to, children, ...rest }: LinkProps) {
  return (
    <a {...rest} href={`#${to}`}>
      {children}
    </a>
  );
}
