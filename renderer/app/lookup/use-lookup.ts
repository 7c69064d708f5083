import { useEffect, useRef, useState } from 'react';
import type { LookupHit } from '../../../shared/domain/lookup.ts';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';

/** As many as fit under the field. */
const LIMIT = 12;

export interface Found {
  /** The text these were found for. */
  readonly text: string;
  readonly hits: readonly LookupHit[];
  readonly error: ErrorShape | null;
}

/**
 * The members that a text finds, asked anew with every keystroke and without delay. The last answer stays until a newer one is there; an
 * answer that was overtaken is dropped.
 */
export function useLookup(text: string): Found {
  const [found, setFound] = useState<Found>({ text: '', hits: [], error: null });
  const asked = useRef(0);
  const wanted = text.trim();

  useEffect(() => {
    const turn = ++asked.current;
    const settle = (answer: Found) => {
      if (turn === asked.current) setFound(answer);
    };
    if (wanted === '') settle({ text: '', hits: [], error: null });
    else
      ask('members.lookup', { text: wanted, limit: LIMIT }).then(
        (hits) => settle({ text: wanted, hits, error: null }),
        (error: unknown) => settle({ text: wanted, hits: [], error: toErrorShape(error) }),
      );
  }, [wanted]);

  return found;
}
