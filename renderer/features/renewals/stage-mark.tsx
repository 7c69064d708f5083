import { type RunStage, STAGE_WORDS } from './run-stage.ts';

/** How far a run is, by shape and word: ○ not prepared, a quarter, a half, a whole disc with a tick. */
export function StageMark({ stage }: { readonly stage: RunStage | 'not-prepared' }) {
  return (
    <span className={`stage stage--${stage}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <StagePath stage={stage} />
      </svg>
      {STAGE_WORDS[stage]}
    </span>
  );
}

function StagePath({ stage }: { readonly stage: RunStage | 'not-prepared' }) {
  const ring = <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.4" />;
  switch (stage) {
    case 'not-prepared':
      return <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeDasharray="2.2 2.2" />;
    case 'nothing-to-print':
      return ring;
    case 'prepared':
      return (
        <>
          {ring}
          <path d="M7 7V3.4A3.6 3.6 0 0 1 10.6 7Z" fill="currentColor" />
        </>
      );
    case 'printed':
      return (
        <>
          {ring}
          <path d="M7 3.4a3.6 3.6 0 0 1 0 7.2Z" fill="currentColor" />
        </>
      );
    case 'mailed':
      return (
        <>
          <circle cx="7" cy="7" r="6.3" fill="currentColor" />
          <path d="M4.3 7.2l1.9 1.9 3.6-4" fill="none" stroke="var(--surface)" strokeWidth="1.5" />
        </>
      );
  }
}
