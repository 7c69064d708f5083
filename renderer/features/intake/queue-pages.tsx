import { Image, LayoutGrid } from 'lucide-react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { PageBoard } from './page-board.tsx';
import { PagePicture } from './page-picture.tsx';
import './page-board.css';

interface QueuePagesProps {
  readonly part: IntakePart;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
  /** The page that was chosen on the board; null = none yet. */
  readonly page: number | null;
  readonly onPage: (page: number, part: IntakePart) => void;
}

/** The document that is worked: one page to read, or all of them to put in order. `v` changes between the two. */
export function QueuePages({ part, all, onAll, page, onPage }: QueuePagesProps) {
  const several = (part.pages ?? 1) > 1;
  const shown = all && several;
  useKeys(
    'View of the document',
    several
      ? [
          {
            keys: 'v',
            does: shown ? 'One page, to read' : 'All pages, to put in order',
            run: () => onAll(!shown),
          },
        ]
      : [],
  );
  return (
    <div className="queue-pages">
      {several ? (
        <Button look="quiet" icon={shown ? Image : LayoutGrid} onClick={() => onAll(!shown)}>
          {shown ? 'One page (v)' : `All ${part.pages} pages (v)`}
        </Button>
      ) : null}
      {shown ? (
        <PageBoard part={part} page={page} onPage={onPage} onOpen={() => onAll(false)} />
      ) : (
        <PagePicture key={`${part.part} ${page}`} part={part} from={page} />
      )}
    </div>
  );
}
