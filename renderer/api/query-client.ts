import { notifyManager, QueryClient } from '@tanstack/react-query';
import { bridge } from './bridge.ts';
import { isStale, type Subject } from './freshness.ts';

/**
 * The window's memory of answers. They stay good until the main process says that their subject changed: nothing is asked again
 * on a timer, and a refusal is shown rather than retried.
 */
export function createQueryClient(): QueryClient {
  // That a press is being worked on is drawn before the next press is taken; a timer would come after presses that wait already.
  notifyManager.setScheduler(queueMicrotask);
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

/** Counts of the whole office beside the screen, and what makes them stale: they wait until the desk pauses, so that no entry waits for them. */
const UNHURRIED: Readonly<Record<string, readonly Subject[]>> = {
  'today.view': ['office', 'members', 'runs', 'imports', 'policy'],
  'office.state': ['members'],
};
/** A pause at the desk, in ms: nothing was saved and no key pressed. */
const PAUSE = 600;

/** Keeps the answers true while the window is open; returns the way to stop. */
export function refreshOnChange(client: QueryClient): () => void {
  const waiting = new Set<Subject>();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const invalidate = (stale: (name: string) => boolean) =>
    void client.invalidateQueries({
      predicate: ({ queryKey: [name] }) => typeof name === 'string' && stale(name),
    });
  const stop = bridge().on('changed', ({ subjects, by }) => {
    invalidate((name) => {
      const unhurried = UNHURRIED[name] ?? [];
      const hurried = subjects.filter((subject) => !unhurried.includes(subject));
      return isStale(name, hurried, by);
    });
    for (const subject of subjects) waiting.add(subject);
    waitForPause();
  });
  const waitForPause = () => {
    if (waiting.size === 0) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      const all = [...waiting];
      waiting.clear();
      invalidate((name) =>
        isStale(
          name,
          all.filter((subject) => UNHURRIED[name]?.includes(subject)),
        ),
      );
    }, PAUSE);
  };
  window.addEventListener('keydown', waitForPause, true);
  return () => {
    clearTimeout(pause);
    window.removeEventListener('keydown', waitForPause, true);
    stop();
  };
}
