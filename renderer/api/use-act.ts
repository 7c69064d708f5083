import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { AnswerOf } from '../../shared/ipc/contract.ts';
import type { StandingError } from '../../shared/ipc/errors.ts';
import { ask } from './ask.ts';
import type { AskedOf } from './asked.ts';
import type { Question } from './use-ask.ts';

/**
 * A short action at the press of a button: `const save = useAct('members.saveContact')` → `save.mutate(input)`, `save.isPending`,
 * `save.error` (a StandingError). What it changes comes back by itself with the `changed` event.
 */
export function useAct<Name extends Question>(
  name: Name,
): UseMutationResult<AnswerOf<Name>, StandingError, AskedOf<Name>> {
  return useMutation<AnswerOf<Name>, StandingError, AskedOf<Name>>({
    mutationFn: (input) => ask(name, input),
  });
}
