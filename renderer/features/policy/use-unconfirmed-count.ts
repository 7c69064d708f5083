import { useAsk } from '../../api/use-ask.ts';
import { unconfirmedCount } from './policy-groups.ts';

/** How many values the office has to confirm, for the tab; undefined while there are none, or nobody knows yet. */
export function useUnconfirmedCount(): number | undefined {
  const book = useAsk('policy.book', undefined).data;
  const today = useAsk('office.state', undefined).data?.today;
  if (book === undefined || today === undefined) return undefined;
  const count = unconfirmedCount(book.values, today);
  return count > 0 ? count : undefined;
}
