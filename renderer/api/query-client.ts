import { QueryClient } from '@tanstack/react-query';
import { bridge } from './bridge.ts';
import { isStale } from './freshness.ts';

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

/** Keeps the answers true while the window is open; returns the way to stop. */
export function refreshOnChange(client: QueryClient): () => void {
  return bridge().on('changed', ({ subjects }) => {
    void client.invalidateQueries({
      predicate: (query) => typeof query.queryKey[0] === 'string' && isStale(query.queryKey[0], subjects),
    });
  });
}
