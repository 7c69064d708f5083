import { Suspense } from 'react';
import type { OfficeState } from '../../../shared/domain/office.ts';
import { EmptyState } from '../../components/notices.tsx';
import { LookupField } from '../lookup/lookup-field.tsx';
import { Link, navigate, usePlace } from '../navigation.tsx';
import { screenAt } from '../routes.tsx';
import { SECTIONS } from '../sections.ts';
import { useKeys } from '../use-keys.ts';
import { JobStrip } from './job-strip.tsx';
import { KeysButton } from './keys-dialog.tsx';
import { Rail } from './rail.tsx';
import { ScreenGuard } from './screen-guard.tsx';
import './frame.css';

interface FrameProps {
  readonly office: NonNullable<OfficeState['office']>;
}

/** Rail, header with the lookup, the screen, and the strip of long work. */
export function Frame({ office }: FrameProps) {
  const place = usePlace();
  const found = screenAt(place.path);
  useKeys('Everywhere', [
    { keys: 'mod+k', does: 'Look a member up', run: focusLookup },
    ...SECTIONS.map((section, index) => ({
      keys: `mod+${index + 1}`,
      does: section.word,
      run: () => navigate(section.path),
    })),
  ]);

  return (
    <div className="frame">
      <Rail path={place.path} office={office} onSkip={skipToScreen} />
      <div className="frame__main">
        <header className="frame__header">
          <LookupField />
          {office.sample ? (
            <p className="frame__sample">
              Sample office<span className="frame__sample-more">: these people are made up</span>
            </p>
          ) : null}
          <KeysButton />
        </header>
        <main className="frame__screen" id="screen">
          <ScreenGuard key={place.path === '/sweep' ? '/today' : place.path}>
            <Suspense fallback={null}>
              {found === null ? (
                <EmptyState title="There is no such place in this window.">
                  <Link to="/today">Go to Today</Link>
                </EmptyState>
              ) : (
                <found.screen params={found.params} />
              )}
            </Suspense>
          </ScreenGuard>
        </main>
        <JobStrip />
      </div>
    </div>
  );
}

function focusLookup(): void {
  const field = document.getElementById('lookup');
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}

function skipToScreen(): void {
  document.querySelector<HTMLElement>('#screen h1')?.focus();
}
