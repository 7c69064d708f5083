import type { QueryClient } from '@tanstack/react-query';
import type { OfficeState } from '../../shared/domain/office.ts';
import { ask } from './ask.ts';

/**
 * Asks what the first screen needs before anything is drawn, under the keys of `useAsk`: the office's state, and where Today is
 * the first screen and an office is open, what it shows. A refusal is shown by whoever asks again.
 */
export async function askAhead(client: QueryClient, today: boolean): Promise<void> {
  await client.prefetchQuery({
    queryKey: ['office.state', undefined],
    queryFn: () => ask('office.state', undefined),
  });
  const state = client.getQueryData<OfficeState>(['office.state', undefined]);
  if (!today || state === undefined || state.office === null) return;
  await client.prefetchQuery({
    queryKey: ['today.view', undefined],
    queryFn: () => ask('today.view', undefined),
  });
}
