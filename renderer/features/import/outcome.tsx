import { CircleCheck, Import } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportReport } from '../../../shared/domain/import.ts';
import { useJobs } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { Working } from '../../components/working.tsx';
import { cancelFile, checkFile, importFile, skip } from './import-desk.ts';
import { count, countWords, KIND_WORDS, listed, rowsWords } from './import-words.ts';
import { missingColumns } from './mapping.ts';
import { goodRows, type QueuedFile } from './queue.ts';
import { SaveBadRows } from './save-bad-rows.tsx';

interface OutcomeProps {
  readonly file: QueuedFile;
  readonly hasNext: boolean;
  readonly onNext: () => void;
  /** Told when the import begins. */
  readonly onImport: () => void;
}

/** What an import of the file would do, is doing or did, and the one button that comes next. */
export function Outcome({ file, hasNext, onNext, onImport }: OutcomeProps) {
  const job = useJobs().find(({ id }) => id === file.job) ?? null;
  const leaveOut = <Button onClick={() => skip(file.id, true)}>Leave this file out</Button>;
  switch (file.state) {
    case 'looking':
    case 'unreadable':
      return null;
    case 'checking':
    case 'importing':
      return (
        <Box>
          <Working
            title={file.state === 'checking' ? 'Checking every row' : `Importing ${kindWord(file)}`}
            job={job}
            onCancel={() => cancelFile(file)}
          />
        </Box>
      );
    case 'skipped':
      return (
        <Box title="This file is left out.">
          <div className="buttons">
            <Button onClick={() => skip(file.id, false)}>Take it up again</Button>
          </div>
        </Box>
      );
    case 'ready':
      return <Ready file={file} leaveOut={leaveOut} />;
    case 'checked':
      return file.report === null ? null : (
        <Checked file={file} report={file.report} leaveOut={leaveOut} onImport={onImport} />
      );
    case 'imported':
      return file.report === null ? null : (
        <Imported file={file} report={file.report}>
          {hasNext ? (
            <Button look="primary" onClick={onNext}>
              Go on to the next file
            </Button>
          ) : (
            <Button look="primary" onClick={onNext}>
              Show the summary
            </Button>
          )}
        </Imported>
      );
  }
}

function Ready({ file, leaveOut }: { readonly file: QueuedFile; readonly leaveOut: ReactNode }) {
  const missing = file.inspection === null ? [] : missingColumns(file.inspection, file.chosen);
  if (file.kind === null)
    return (
      <Box title="What does this file hold?">
        <p className="soft">Its columns do not say. Choose the kind above, then match the columns.</p>
        <div className="buttons">{leaveOut}</div>
      </Box>
    );
  if (missing.length > 0)
    return (
      <Box title={`Which ${missing.length === 1 ? 'column is' : 'columns are'} ${listed(missing)}?`}>
        <p className="soft">
          Every file of {kindWord(file)} needs {missing.length === 1 ? 'it' : 'them'}. Choose below what is
          taken for {missing.length === 1 ? 'it' : 'them'}.
        </p>
        <div className="buttons">{leaveOut}</div>
      </Box>
    );
  return (
    <Box title="Every required column is there.">
      <p className="soft">
        Checking reads all rows and writes nothing. Files before this one should be imported first.
      </p>
      <div className="buttons">
        <Button look="primary" onClick={() => void checkFile(file.id)}>
          Check every row
        </Button>
        {leaveOut}
      </div>
    </Box>
  );
}

interface CheckedProps {
  readonly file: QueuedFile;
  readonly report: ImportReport;
  readonly leaveOut: ReactNode;
  readonly onImport: () => void;
}

function Checked({ file, report, leaveOut, onImport }: CheckedProps) {
  const good = goodRows(report);
  const changes = report.added + report.updated;
  const bad = report.rejectedCount;
  if (bad === 0 && changes === 0)
    return (
      <Box title={`Nothing to import: all ${rowsWords(report.rows)} are in the office already.`} done>
        <div className="buttons">{leaveOut}</div>
      </Box>
    );
  const press = changes > 0 && (
    <Button
      look="primary"
      icon={Import}
      onClick={() => {
        onImport();
        void importFile(file.id, bad > 0);
      }}
    >
      {bad === 0
        ? `Import ${rowsWords(report.rows)}`
        : `Import the ${count(good)} good ${good === 1 ? 'row' : 'rows'}`}
    </Button>
  );
  if (bad === 0)
    return (
      <Box title={`All ${rowsWords(report.rows)} are good.`} done>
        <p className="soft figures">{countWords(report, false)}.</p>
        <div className="buttons">
          {press}
          {leaveOut}
        </div>
      </Box>
    );
  return (
    <Box title={`${count(bad)} of ${rowsWords(report.rows)} cannot be imported.`}>
      <p className="soft figures">
        {good === 0
          ? 'Correct the file and choose it again; nothing was changed.'
          : `${rowsWords(good)} ${good === 1 ? 'is' : 'are'} good: ${countWords(report, false)}. The bad ones are listed below with what is wrong.`}
      </p>
      <div className="buttons">
        {press}
        <SaveBadRows file={file} />
        {leaveOut}
      </div>
    </Box>
  );
}

interface ImportedProps {
  readonly file: QueuedFile;
  readonly report: ImportReport;
  readonly children: ReactNode;
}

function Imported({ file, report, children }: ImportedProps) {
  const good = goodRows(report);
  return (
    <Box title={`${rowsWords(good)} of ${kindWord(file)} imported.`} done>
      <p className="soft figures">
        {countWords(report, true)}
        {report.rejectedCount === 0 ? '.' : `; ${rowsWords(report.rejectedCount)} left out.`}
      </p>
      <div className="buttons">
        {children}
        {report.rejectedCount > 0 ? <SaveBadRows file={file} /> : null}
      </div>
    </Box>
  );
}

interface BoxProps {
  readonly title?: string;
  readonly done?: boolean;
  readonly children: ReactNode;
}

function Box({ title, done = false, children }: BoxProps) {
  return (
    <div className="outcome" role="status">
      {title === undefined ? null : (
        <h3 className="outcome__title figures">
          {done ? <CircleCheck size={16} aria-hidden className="outcome__done" /> : null}
          {title}
        </h3>
      )}
      {children}
    </div>
  );
}

function kindWord({ kind }: QueuedFile): string {
  return kind === null ? 'rows' : KIND_WORDS[kind].toLowerCase();
}
