import { useState } from 'react';
import type { EnvelopeChoice } from '../../../shared/domain/stationery.ts';
import type { TapPlace } from '../../../shared/domain/tap-test.ts';
import { useAsk } from '../../api/use-ask.ts';
import { MemberField } from '../../app/lookup/member-field.tsx';
import { Select } from '../../components/field.tsx';
import { Banner, ErrorBanner, Skeleton } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { TapDrawing } from './tap-drawing.tsx';

interface TapCardProps {
  readonly envelope: string;
  readonly envelopes: readonly EnvelopeChoice[];
  readonly onEnvelope: (id: string) => void;
}

/** A real letter slid to every side of its envelope: what the windows show, how near the edge, and what is wrong. */
export function TapCard({ envelope, envelopes, onEnvelope }: TapCardProps) {
  const [memberNo, setMemberNo] = useState<string | null>(null);
  const [name, setName] = useState<TapPlace['name']>('bottom right');
  const tap = useAsk('stationery.tap', { envelope, memberNo }, { keepPrevious: true });
  const place = tap.data?.test.places.find((one) => one.name === name);
  return (
    <Card title="Tap test">
      <div className="tap">
        <div className="tap__choice">
          <Select
            label="Envelope"
            value={envelope}
            onChange={(event) => onEnvelope(event.target.value)}
            options={envelopes.map((one) => ({ value: one.id, text: one.name }))}
          />
          <MemberField label="Letter of" shown={tap.data?.memberName ?? ''} onChoose={setMemberNo} />
        </div>
        {tap.error === null ? null : <ErrorBanner error={tap.error} />}
        {tap.data === undefined || place === undefined ? (
          tap.error === null ? (
            <Skeleton width="100%" height="300px" />
          ) : null
        ) : (
          <>
            <div className="tap__said" role="status">
              {tap.data.test.warnings.length === 0 ? (
                <p>
                  Nothing but the addresses shows, wherever the sheet slides. The address stays{' '}
                  <strong className="figures">{tap.data.test.clearance.toFixed(3)} in</strong> inside its
                  window; {tap.data.profile.clearance} in are asked for.
                </p>
              ) : (
                tap.data.test.warnings.map((warning) => (
                  <Banner key={warning} kind="warning">
                    {warning}
                  </Banner>
                ))
              )}
            </div>
            <TapDrawing profile={tap.data.profile} marks={tap.data.marks} place={place} />
            <fieldset className="tap__places">
              <legend className="fieldset__legend">The sheet lies</legend>
              {tap.data.test.places.map((one) => (
                <label key={one.name} className="tap__place">
                  <input
                    type="radio"
                    name="tap-place"
                    checked={one.name === name}
                    onChange={() => setName(one.name)}
                  />
                  <span>{one.name}</span>
                </label>
              ))}
            </fieldset>
            <dl className="tap__shown">
              {place.windows.map(({ window, lines, clearance }) => (
                <div key={window}>
                  <dt>{window === 'addressWindow' ? 'Address window shows' : 'Return window shows'}</dt>
                  <dd>
                    {lines.join(' / ')}
                    {clearance === null ? null : (
                      <span className="faint figures"> · {clearance.toFixed(3)} in from the edge</span>
                    )}
                  </dd>
                </div>
              ))}
              {tap.data.slipFits === null ? null : (
                <div>
                  <dt>{tap.data.slipFits.name}</dt>
                  <dd className="figures">
                    the slip goes in with {tap.data.slipFits.playX.toFixed(3)} in to spare across and{' '}
                    {tap.data.slipFits.playY.toFixed(3)} in up and down
                  </dd>
                </div>
              )}
            </dl>
          </>
        )}
      </div>
    </Card>
  );
}
