import type { IntakePart } from '../../../shared/domain/intake.ts';
import { caseText } from './intake-words.ts';
import { PageThumbnail } from './page-thumbnail.tsx';

interface BoardPartProps {
  readonly part: IntakePart;
  /** From 1. */
  readonly number: number;
  /** The page that is chosen. */
  readonly page: number;
  /** The page that another is held over. */
  readonly over: number | null;
  readonly onChoose: (page: number) => void;
  readonly onOpen: () => void;
  readonly onDrag: (page: number) => void;
  readonly onOver: (page: number | null) => void;
  /** @param place among the pages of the part as they are now */
  readonly onDrop: (place: number) => void;
}

/** One part of a document with its pages; where it is settled, to whom. */
export function BoardPart(props: BoardPartProps) {
  const { part, number } = props;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a page is let go here; by keyboard it is moved with Alt and the arrows
    <div
      className={part.state === 'waiting' ? 'page-board__part' : 'page-board__part page-board__part--settled'}
      onDragOver={(event) => {
        event.preventDefault();
        props.onOver(null);
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop(part.leaves.length);
      }}
    >
      <div className="page-board__head">
        <h3>Part {number}</h3>
        <span className="soft">{stateText(part)}</span>
      </div>
      <ul className="page-board__pages" aria-label={`Pages of part ${number}`}>
        {part.leaves.map((leaf, at) => (
          <PageThumbnail
            key={leaf.page}
            part={part}
            leaf={leaf}
            current={leaf.page === props.page}
            over={leaf.page === props.over}
            onChoose={() => props.onChoose(leaf.page)}
            onOpen={props.onOpen}
            onDragStart={() => props.onDrag(leaf.page)}
            onDragOver={() => props.onOver(leaf.page)}
            onDrop={() => props.onDrop(at)}
          />
        ))}
      </ul>
    </div>
  );
}

function stateText({ state, member, case: to, activity }: IntakePart): string {
  if (state === 'waiting') return '○ waits in the queue';
  const whose = member === null ? '' : ` for ${member.name}`;
  const where = to === null ? '' : `: ${activity ?? caseText(to)}`;
  return `● ${state}${whose}${where}`;
}
