import type { StandingStatus } from '../../shared/domain/standing.ts';
import './status.css';

/** The office's word for each status. */
export const STATUS_WORDS: Readonly<Record<StandingStatus, string>> = {
  active: 'Active',
  due: 'Due',
  'past-due': 'Past due',
  lapsed: 'Lapsed',
};

interface ShapeProps {
  readonly status: StandingStatus | null;
  /** Pixels. */
  readonly size?: number;
}

/** The status's shape alone: ● active, ◐ due, ▲ past due, ■ lapsed, ○ not judged yet. Always beside a word that says the same. */
export function StatusShape({ status, size = 10 }: ShapeProps) {
  return (
    <svg
      className={`status-shape status-shape--${status ?? 'unknown'}`}
      width={size}
      height={size}
      viewBox="0 0 10 10"
      aria-hidden="true"
    >
      <StatusPath status={status} />
    </svg>
  );
}

/** The same shape inside another drawing, on a 10 × 10 square. One path for every status, so that a row used again only changes it. */
export function StatusPath({ status }: { readonly status: StandingStatus | null }) {
  return <path d={SHAPES[status ?? 'unknown']} fill="currentColor" fillRule="evenodd" />;
}

const RING =
  'M5 0.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0 -9.2z M5 1.7a3.3 3.3 0 1 1 0 6.6a3.3 3.3 0 1 1 0 -6.6z';

const SHAPES: Readonly<Record<StandingStatus | 'unknown', string>> = {
  active: 'M5 0.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0 -9.2z',
  due: `${RING} M5 1.7a3.3 3.3 0 0 0 0 6.6z`,
  'past-due': 'M5 0.4L9.9 9.3H0.1z',
  lapsed:
    'M1.4 0.8H8.6a0.6 0.6 0 0 1 0.6 0.6V8.6a0.6 0.6 0 0 1 -0.6 0.6H1.4a0.6 0.6 0 0 1 -0.6 -0.6V1.4a0.6 0.6 0 0 1 0.6 -0.6z',
  unknown: RING,
};

interface StatusMarkProps {
  readonly status: StandingStatus | null;
  /** Said beside it, e.g. the certification: `▲ Past due · RMA`. */
  readonly of?: string;
  /** `badge` on a tinted ground. */
  readonly look?: 'plain' | 'badge';
}

/** A status by shape and word, with its certification where that is not clear. */
export function StatusMark({ status, of, look = 'plain' }: StatusMarkProps) {
  return (
    <span className={`status status--${status ?? 'unknown'} ${look === 'badge' ? 'status--badge' : ''}`}>
      <StatusShape status={status} />
      <span>
        {status === null ? 'Not judged' : STATUS_WORDS[status]}
        {of === undefined ? null : <span className="status__of"> · {of}</span>}
      </span>
    </span>
  );
}

interface CodeMarkProps {
  readonly code: string;
  readonly status: StandingStatus | null;
}

/** A certification's code with its status's shape; the word is read aloud and shown on hover. */
export function CodeMark({ code, status }: CodeMarkProps) {
  const word = status === null ? 'not judged yet' : STATUS_WORDS[status];
  return (
    <span className={`code-mark status--${status ?? 'unknown'}`} title={`${code}: ${word}`}>
      <StatusShape status={status} size={9} />
      <span className="code-mark__code">{code}</span>
      <span className="visually-hidden">, {word}</span>
    </span>
  );
}

interface CodeMarksProps {
  readonly certifications: readonly { readonly code: string; readonly status: StandingStatus | null }[];
}

/** As many as fit in a row of a table. */
const MARKS_SHOWN = 3;

/** All certifications of a member in one line; of more than three the rest is a number, named on hover. */
export function CodeMarks({ certifications }: CodeMarksProps) {
  const rest = certifications.slice(MARKS_SHOWN);
  return (
    <span className="code-marks">
      {certifications.slice(0, MARKS_SHOWN).map((one, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a table's row is used again for another member; its marks are, too
        <CodeMark key={place} code={one.code} status={one.status} />
      ))}
      {rest.length === 0 ? null : (
        <span className="faint" title={rest.map((one) => one.code).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
