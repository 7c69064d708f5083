import { QueryClient } from '@tanstack/react-query';
import { bridge } from './bridge.ts';
import { isStale, type Subject } from './freshness.ts';

/**
 * The window's memory of answers. They stay good until the main process says that their subject changed: nothing is asked again
 * on a timer, and a refusal is shown rather than retried.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Counts of the whole office beside the screen: they wait until the desk pauses, so that no entry waits for them. */
const UNHURRIED: ReadonlySet<string> = new Set(['today.view']);
/** A pause at the desk, in ms. */
const PAUSE = 600;

/** Keeps the answers true while the window is open; returns the way to stop. */
export function refreshOnChange(client: QueryClient): () => void {
  const changed = new Set<Subject>();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const invalidate = (subjects: readonly Subject[], unhurried: boolean) =>
    void client.invalidateQueries({
      predicate: ({ queryKey: [name] }) =>
        typeof name === 'string' && UNHURRIED.has(name) === unhurried && isStale(name, subjects),
    });
  const stop = bridge().on('changed', ({ subjects }) => {
    invalidate(subjects, false);
    for (const subject of subjects) changed.add(subject);
    clearTimeout(pause);
    pause = setTimeout(() => {
      const all = [...changed];
      changed.clear();
      invalidate(all, true);
    }, PAUSE);
  });
  return () => {
    clearTimeout(pause);
    stop();
  };
}
