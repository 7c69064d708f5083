import { X } from 'lucide-react';
import { useState } from 'react';
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/import.ts';
import { IconButton } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { Banner, ErrorBanner } from '../../components/notices.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { BadRows } from './bad-rows.tsx';
import { ColumnTable } from './column-table.tsx';
import { chooseKind, removeFile } from './import-desk.ts';
import { formWords, KIND_WORDS } from './import-words.ts';
import { missingColumns } from './mapping.ts';
import { Outcome } from './outcome.tsx';
import { fileName, type QueuedFile } from './queue.ts';
import { SampleRows } from './sample-rows.tsx';

interface FileDetailProps {
  readonly file: QueuedFile;
  readonly hasNext: boolean;
  readonly onNext: () => void;
  readonly onImport: () => void;
}

/** One file: what was recognised, what an import would do or did, its columns, its bad rows. */
export function FileDetail({ file, hasNext, onNext, onImport }: FileDetailProps) {
  const { inspection, state } = file;
  const busy = state === 'checking' || state === 'importing';
  const settled = busy || state === 'imported';
  return (
    <section className="file" aria-label={fileName(file.path)}>
      <header className="file__header">
        <div className="file__words">
          <h2 className="file__name">{fileName(file.path)}</h2>
          <p className="soft">
            {inspection === null ? ' ' : formWords(inspection.encoding, inspection.delimiter)}
          </p>
        </div>
        {inspection === null ? null : (
          <div className="file__kind">
            <Select
              label="It holds"
              value={file.kind ?? ''}
              disabled={settled}
              options={[
                ...(file.kind === null ? [{ value: '', text: 'Choose…' }] : []),
                ...IMPORT_KINDS.map((kind) => ({ value: kind, text: KIND_WORDS[kind] })),
              ]}
              // The options are the kinds.
              onChange={(event) => void chooseKind(file.id, event.target.value as ImportKind)}
            />
          </div>
        )}
        {busy ? null : (
          <IconButton icon={X} label="Take this file off the list" onClick={() => removeFile(file.id)} />
        )}
      </header>
      {file.error === null ? null : file.error.code === 'cancelled' ? (
        <Banner kind="info">{file.error.message}</Banner>
      ) : (
        <ErrorBanner error={file.error} />
      )}
      {inspection?.notices.map((notice) => (
        <Banner key={notice} kind="info">
          {notice}
        </Banner>
      ))}
      {inspection === null ? null : (
        <>
          <Outcome file={file} hasNext={hasNext} onNext={onNext} onImport={onImport} />
          <Parts file={file} key={`${state === 'checked' || state === 'imported'} ${file.kind ?? ''}`} />
        </>
      )}
    </section>
  );
}

function Parts({ file }: { readonly file: QueuedFile }) {
  const { inspection, report, chosen, kind } = file;
  const bad = report?.rejectedCount ?? 0;
  const [part, setPart] = useState(bad > 0 ? 'bad' : 'columns');
  if (inspection === null) return null;
  const missing = kind === null ? 0 : missingColumns(inspection, chosen).length;
  const tabs = [
    ...(bad > 0 ? [{ id: 'bad', text: 'Bad rows', count: bad }] : []),
    { id: 'columns', text: missing > 0 ? 'Columns to match' : 'Columns', count: inspection.columns.length },
    { id: 'sample', text: 'First rows' },
  ];
  return (
    <Tabs label="Parts of the file" tabs={tabs} chosen={part} onChoose={setPart}>
      {part === 'bad' && report !== null ? <BadRows report={report} /> : null}
      {part === 'columns' ? <ColumnTable file={file} inspection={inspection} /> : null}
      {part === 'sample' ? <SampleRows inspection={inspection} /> : null}
    </Tabs>
  );
}
