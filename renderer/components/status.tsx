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

/** The same shape inside another drawing, on a 10 × 10 square. */
export function StatusPath({ status }: { readonly status: StandingStatus | null }) {
  switch (status) {
    case 'active':
      return <circle cx="5" cy="5" r="4.5" fill="currentColor" />;
    case 'due':
      return (
        <>
          <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M5 1 A4 4 0 0 0 5 9 Z" fill="currentColor" />
        </>
      );
    case 'past-due':
      return <path d="M5 0.4 L9.9 9.3 H0.1 Z" fill="currentColor" />;
    case 'lapsed':
      return <rect x="0.8" y="0.8" width="8.4" height="8.4" rx="0.8" fill="currentColor" />;
    case null:
      return <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.2" />;
  }
}

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
      {certifications.slice(0, MARKS_SHOWN).map((one) => (
        <CodeMark key={one.code} code={one.code} status={one.status} />
      ))}
      {rest.length === 0 ? null : (
        <span className="faint" title={rest.map((one) => one.code).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  );
}
