import { useEffect } from 'react';
import type { LookupHit } from '../../../shared/domain/lookup.ts';
import { CodeMarks } from '../../components/status.tsx';
import type { Found } from './use-lookup.ts';

interface LookupHitsProps {
  readonly id: string;
  readonly shown: boolean;
  readonly found: Found;
  /** What is found answers what is typed. */
  readonly settled: boolean;
  readonly chosen: number;
  readonly onOpen: (memberNo: string) => void;
}

/** What a hit was found by, where the name does not show it. */
const MATCHED_BY: Readonly<Record<LookupHit['matched'], string>> = {
  number: '',
  name: '',
  phone: 'by phone',
  email: 'by e-mail',
  zip: 'by ZIP',
  certificate: 'by certificate number',
  'similar-name': 'similar name',
};

export function optionId(index: number): string {
  return `lookup-hit-${index}`;
}

/** The hits under the field. */
export function LookupHits({ id, shown, found, settled, chosen, onOpen }: LookupHitsProps) {
  useEffect(() => {
    if (shown) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [shown, chosen]);

  const nothing = settled && found.hits.length === 0 && found.error === null;
  return (
    <div className="lookup__panel" hidden={!shown || (!settled && found.hits.length === 0)}>
      <div
        id={id}
        role="listbox"
        aria-label="Members found"
        className="lookup__list"
        hidden={found.hits.length === 0}
      >
        {found.hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's; the focus stays in its field
          // biome-ignore lint/a11y/useFocusableInteractive: named by the field's aria-activedescendant
          <div
            key={hit.memberNo}
            id={optionId(index)}
            role="option"
            aria-selected={index === chosen}
            className="hit"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onOpen(hit.memberNo)}
          >
            <span className="hit__name">
              {hit.name}
              {hit.deceased ? <span className="hit__deceased"> deceased</span> : null}
            </span>
            <span className="hit__number figures">{hit.memberNo}</span>
            <span className="hit__place">
              {[hit.city, hit.state].filter((part) => part !== '').join(', ')}
              {MATCHED_BY[hit.matched] === '' ? null : (
                <span className="faint"> · {MATCHED_BY[hit.matched]}</span>
              )}
            </span>
            <span className="hit__marks">
              <CodeMarks certifications={hit.certifications} />
            </span>
          </div>
        ))}
      </div>
      {nothing ? (
        <p className="lookup__nothing">
          No member has “{found.text}”. Try part of the last name, the member number, a phone number or a ZIP.
        </p>
      ) : null}
      {found.error === null ? null : (
        <p className="lookup__nothing">
          {found.error.message} {found.error.fix}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {shown && settled ? `${found.hits.length} found` : ''}
      </p>
    </div>
  );
}
