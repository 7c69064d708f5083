import { History, Save } from 'lucide-react';
import { useState } from 'react';
import { type LetterDraft, letterFaults, letterOfSections } from '../../../shared/domain/letters.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { LetterPreview } from './letter-preview.tsx';
import type { PageViewer } from './letters-tab.tsx';
import { SectionField, sectionId } from './section-field.tsx';

interface LetterEditorProps {
  readonly draft: LetterDraft;
  readonly Viewer: PageViewer;
  /** Shows another version; null = the newest. */
  readonly onVersion: (version: number | null) => void;
}

/** The parts of a letter, each in a field of its own, beside the letter as a member would get it. */
export function LetterEditor({ draft, Viewer, onVersion }: LetterEditorProps) {
  const [sections, setSections] = useState(draft.sections);
  const save = useAct('letters.save');
  const text = letterOfSections(sections);
  const unchanged = JSON.stringify(sections) === JSON.stringify(draft.sections);
  const newest = draft.versions[0]?.version ?? null;
  const old = draft.version !== newest;
  const faults = letterFaults(sections, draft.fields);
  const [worst] = faults;

  const submit = () => {
    if (worst !== undefined) {
      const field = document.getElementById(sectionId(worst.section));
      field?.focus();
      if (field instanceof HTMLTextAreaElement) field.setSelectionRange(worst.from, worst.to);
      return;
    }
    if ((unchanged && !old) || save.isPending) return;
    save.mutate(
      { letter: draft.letter, text },
      {
        onSuccess: ({ version }) => {
          sayDone(`Saved as version ${version}. Runs prepared from now on are written with it.`);
          onVersion(null);
        },
      },
    );
  };
  useKeys('Letter', [{ keys: 'mod+s', does: 'Save the letter', run: submit }]);

  return (
    <div className="letter">
      <div className="letter__parts">
        <div className="letter__head">
          <h2>{draft.title}</h2>
          <Versions draft={draft} onVersion={onVersion} />
        </div>
        {old ? (
          <Banner kind="info" action={<Button onClick={() => onVersion(null)}>Back to the newest</Button>}>
            This is {draft.version === null ? 'the text that ships' : `version ${draft.version}`}; the newest
            is {newest === null ? 'the text that ships' : `version ${newest}`}. Saving makes it the newest
            again.
          </Banner>
        ) : null}
        {save.error === null ? null : <ErrorBanner error={save.error} />}
        {sections.map(({ name, text: own }) => (
          <SectionField
            key={name}
            name={name}
            text={own}
            fields={draft.fields}
            fault={faults.find(({ section }) => section === name) ?? null}
            onChange={(changed) =>
              setSections(sections.map((one) => (one.name === name ? { name, text: changed } : one)))
            }
          />
        ))}
        <div className="letter__save buttons">
          <Button
            look="primary"
            icon={old ? History : Save}
            busy={save.isPending}
            disabled={unchanged && !old}
            onClick={submit}
          >
            {old ? 'Make it the newest version' : 'Save as a new version'}
          </Button>
          {worst === undefined ? null : (
            <span className="field__error" role="status">
              {faults.length === 1 ? '1 thing' : `${faults.length} things`} to put right first.
            </span>
          )}
        </div>
      </div>
      <LetterPreview letter={draft.letter} text={text} sound={worst === undefined} Viewer={Viewer} />
    </div>
  );
}

function Versions({ draft, onVersion }: Pick<LetterEditorProps, 'draft' | 'onVersion'>) {
  const { versions, version } = draft;
  if (versions.length === 0) return <span className="faint">The text that ships with Standing.</span>;
  return (
    <div className="letter__versions">
      <Select
        label="Version"
        value={String(version ?? 0)}
        onChange={(event) => {
          const chosen = Number(event.target.value);
          onVersion(chosen === versions[0]?.version ? null : chosen);
        }}
        options={[
          ...versions.map((one, at) => ({
            value: String(one.version),
            text: `${one.version}, ${displayDate(one.savedOn)}, ${one.savedBy}${at === 0 ? ' (in use)' : ''}`,
          })),
          { value: '0', text: 'As it ships' },
        ]}
      />
    </div>
  );
}
