import type { OfficeState } from '../../../shared/domain/office.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../navigation.tsx';
import { SECTIONS } from '../sections.ts';

interface RailProps {
  readonly path: string;
  readonly office: NonNullable<OfficeState['office']>;
  /** Goes past the rail to the screen, for the keyboard. */
  readonly onSkip: () => void;
}

/** The sections at the left edge; Today and Intake say how many things wait. */
export function Rail({ path, office, onSkip }: RailProps) {
  const today = useAsk('today.view', undefined);
  const intake = useAsk('intake.state', undefined);
  const waits: Readonly<Record<string, { readonly count: number; readonly what: string }>> = {
    '/today': {
      count: today.data?.items.filter((item) => item.count > 0).length ?? 0,
      what: 'things to see to',
    },
    '/intake': {
      count: (intake.data?.counts.waiting ?? 0) + (intake.data?.counts.quarantined ?? 0),
      what: 'documents that wait',
    },
  };
  return (
    <nav className="rail" aria-label="Sections">
      <button type="button" className="frame__skip" onClick={onSkip}>
        Skip to the screen
      </button>
      <p className="rail__name">
        <Mark />
        <span className="rail__word">Standing</span>
      </p>
      <ul className="rail__list">
        {SECTIONS.map(({ path: to, word, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className="rail__link"
              title={word}
              aria-current={isIn(path, to) ? 'page' : undefined}
            >
              <Icon size={17} strokeWidth={1.75} aria-hidden />
              <span className="rail__word">{word}</span>
              <RailCount {...waits[to]} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="rail__foot">{office.profile.name}</p>
    </nav>
  );
}

/** How many things wait in a section. */
function RailCount({ count = 0, what = '' }: { readonly count?: number; readonly what?: string }) {
  if (count === 0) return null;
  return (
    <span className="rail__count">
      {count.toLocaleString('en-US')}
      <span className="visually-hidden"> {what}</span>
    </span>
  );
}

/** The product's mark: a certificate's seal, standing. */
function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--accent-fill)" />
      <path
        d="M5.5 10.4l3 3 6-6.6"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Places whose path does not begin with that of their section. */
const BELONGS_TO: Readonly<Record<string, string>> = {
  '/sweep': '/today',
  '/badges': '/recertification',
  '/eligibility': '/recertification',
};

function isIn(path: string, section: string): boolean {
  return path === section || path.startsWith(`${section}/`) || BELONGS_TO[path] === section;
}
