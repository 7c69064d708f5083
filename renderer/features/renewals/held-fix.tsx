import type { RunPieceRow } from '../../../shared/domain/renewals.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { ask } from '../../api/ask.ts';
import { Link, usePlace } from '../../app/navigation.tsx';
import { formatPlace } from '../../app/place.ts';
import { Button } from '../../components/button.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { FIXABLE } from './piece-filter.ts';

/** For a piece held for something that can be put right: the way to the contact and back, and what would become of the piece now. */
export function HeldFix({ row }: { readonly row: RunPieceRow }) {
  const { path, query } = usePlace();
  if (row.heldReason === null || !FIXABLE.includes(row.heldReason)) return null;
  const run = query.get('run') ?? '';
  const back = encodeURIComponent(formatPlace(path, query));
  return (
    <span className="held-fix">
      <Link
        to={`/members/${row.memberNo}?contact=open&back=${back}`}
        // A press on the row opens the member; this leads elsewhere.
        onClick={(event) => event.stopPropagation()}
      >
        Edit contact
      </Link>
      <Button
        look="quiet"
        onClick={(event) => {
          event.stopPropagation();
          void evaluate(run, row.memberNo);
        }}
      >
        Check again
      </Button>
    </span>
  );
}

async function evaluate(run: string, memberNo: string): Promise<void> {
  try {
    const { text } = await ask('renewals.reevaluate', { run, memberNo });
    sayDone(text);
  } catch (error) {
    sayError(toErrorShape(error));
  }
}
