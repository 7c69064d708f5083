import { Link } from '../../app/navigation.tsx';
import { listPlace, type Narrowing } from './report-place.ts';

interface CaseCountProps extends Narrowing {
  readonly year: number;
  /** What is shown: how many cases, or what they have in common. */
  readonly count: number;
  /** What they are, read aloud after the number. */
  readonly words: string;
}

/** A figure of the report, and the way to the cases behind it; of none there is nothing to see. */
export function CaseCount({ year, count, words, ...narrowing }: CaseCountProps) {
  const number = count.toLocaleString('en-US');
  if (count === 0) return <span className="faint">{number}</span>;
  return (
    <Link to={listPlace(year, narrowing)} className="report__count">
      {number}
      <span className="visually-hidden"> {words}</span>
    </Link>
  );
}
