import type { DestroyedMark } from '../../../shared/domain/retention.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { Banner } from '../../components/notices.tsx';

/** Stands where the pages of a destroyed document would be: when it was destroyed, by whom, and why. */
export function DestroyedNote({ destroyed: { on, by, from, years } }: { readonly destroyed: DestroyedMark }) {
  return (
    <Banner kind="info">
      This document was destroyed on {displayDate(on)}, as {by} allowed: it was to be kept{' '}
      {years === 1 ? '1 year' : `${years} years`} from {displayDate(from)}. Its name, size and hash, and what
      was decided about it, are on record.
    </Banner>
  );
}
