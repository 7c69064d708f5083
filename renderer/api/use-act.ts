import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AnswerOf } from '../../shared/ipc/contract.ts';
import type { StandingError } from '../../shared/ipc/errors.ts';
import { amendBy } from './amend.ts';
import { ask } from './ask.ts';
import type { AskedOf } from './asked.ts';
import type { Question } from './use-ask.ts';

/**
 * A short action at the press of a button: `const save = useAct('members.saveContact')` → `save.mutate(input)`, `save.isPending`,
 * `save.error` (a StandingError). What it changes comes back by itself with the `changed` event. `save.reset()` forgets how it ended; what
 * is under way goes on and is told.
 */
export function useAct<Name extends Question>(
  name: Name,
): UseMutationResult<AnswerOf<Name>, StandingError, AskedOf<Name>> {
  const mutationFn = useActing(name);
  const act = useMutation<AnswerOf<Name>, StandingError, AskedOf<Name>>({ mutationFn });
  const { isPending, reset } = act;
  return {
    ...act,
    reset: () => {
      if (!isPending) reset();
    },
  };
}

/** The same as a plain function, for actions of which several are under way at once. */
export function useActing<Name extends Question>(
  name: Name,
): (input: AskedOf<Name>) => Promise<AnswerOf<Name>> {
  const client = useQueryClient();
  return useCallback(
    async (input: AskedOf<Name>) => {
      const answer = await ask(name, input);
      amendBy(client, name, answer);
      return answer;
    },
    [client, name],
  );
}
