import { FileInput } from 'lucide-react';
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/import.ts';
import { IMPORT_COLUMNS } from '../../../shared/domain/import-columns.ts';
import { Button } from '../../components/button.tsx';
import { inSentence, KIND_WORDS } from './import-words.ts';

interface NoFilesProps {
  readonly choosing: boolean;
  readonly onChoose: () => void;
}

/** Before any file: where to drop them, and what the six kinds of file have in them. */
export function NoFiles({ choosing, onChoose }: NoFilesProps) {
  return (
    <div className="no-files">
      <section className="drop-zone">
        <FileInput size={28} strokeWidth={1.5} aria-hidden />
        <p className="drop-zone__title">Drop the office’s CSV files here</p>
        <p className="soft">
          All at once: they are imported in the right order. Nothing is written before you say so.
        </p>
        <Button look="primary" onClick={onChoose} busy={choosing}>
          Choose files…
        </Button>
      </section>
      <section>
        <h2>What the files hold</h2>
        <dl className="kinds">
          {IMPORT_KINDS.map((kind) => (
            <div key={kind} className="kinds__line">
              <dt>{KIND_WORDS[kind]}</dt>
              <dd>
                {named(kind, true)}
                {named(kind, false) === '' ? null : (
                  <span className="faint"> and, where you have it, {named(kind, false)}</span>
                )}
              </dd>
            </div>
          ))}
        </dl>
        <p className="soft kinds__note">
          The first row names the columns, in any order; what a file calls them you can match here. Commas,
          semicolons or tabs, with or without accents. Importing the same file twice changes nothing.
        </p>
      </section>
    </div>
  );
}

function named(kind: ImportKind, required: boolean): string {
  return IMPORT_COLUMNS[kind]
    .filter((column) => column.required === required)
    .map(({ name }) => inSentence(name))
    .join(', ');
}
