import { StandingError } from '../../../shared/ipc/errors.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';

/** The id of a sentence of the policy book that a decision by hand follows. @throws StandingError `citation-unknown` */
export function citationOf(policy: PolicyBook, text: string): string {
  const id = text.trim().toUpperCase();
  const known = policy.sentences().find((sentence) => sentence.id === id);
  if (known !== undefined) return known.id;
  throw new StandingError(
    'citation-unknown',
    id === '' ? 'The sentence that this follows is missing.' : `The policy has no sentence ${id}.`,
    'Cite one of the policy’s sentences, such as SC-CCP-7.',
  );
}
