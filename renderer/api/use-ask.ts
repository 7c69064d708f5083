import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AnswerOf, ChannelName, ChannelsAt } from '../../shared/ipc/contract.ts';
import type { StandingError } from '../../shared/ipc/errors.ts';
import { ask } from './ask.ts';
import type { AskedOf } from './asked.ts';

/** A channel that only reads, so that its answer may be remembered. */
export type Question = Exclude<ChannelName, ChannelsAt<'job'>>;

interface AskOptions {
  /** false = do not ask yet. */
  readonly enabled?: boolean;
  /** Show the last answer while the next one is on its way, so that nothing jumps. */
  readonly keepPrevious?: boolean;
}

/**
 * The answer to a question, asked once and again whenever its subject changes.
 * `const today = useAsk('today.view', undefined)` → `today.data`, `today.error` (a StandingError), `today.refetch()`.
 */
export function useAsk<Name extends Question>(
  name: Name,
  input: AskedOf<Name>,
  options: AskOptions = {},
): UseQueryResult<AnswerOf<Name>, StandingError> {
  return useQuery<AnswerOf<Name>, StandingError>({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}
