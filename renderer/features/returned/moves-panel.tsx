import { Download, FileInput } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MoveMapping, MovesPreview } from '../../../shared/domain/moves.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { MoveColumns } from './move-columns.tsx';
import { MoveRows } from './move-rows.tsx';

interface Answer {
  readonly file: string;
  /** As it is typed; null = what the office knows of it. */
  readonly exportedOn: string | null;
}

/** Whether a day is typed to its end: before the fourth digit of its year, the year is one of the first centuries. */
function isWhole(day: string): boolean {
  return day >= '1900-01-01';
}

/** Addresses out to a move-update vendor (NCOA) and the answer back in: what would change, row by row, before anything does. */
export function MovesPanel() {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const preview = useJob('moves.preview');
  const apply = useJob('moves.apply');
  const choose = useAct('moves.chooseFile');
  // While the file is read again its fields stay, so that a date can be typed to its end.
  const read = useRef<MovesPreview | null>(null);
  read.current = preview.result ?? read.current;
  const shown = preview.result ?? (read.current?.file === answer?.file ? read.current : null);

  const look = (file: string, mapping: MoveMapping | null, exportedOn: string | null) => {
    setAnswer({ file, exportedOn });
    apply.reset();
    void preview.start({ file, mapping, exportedOn });
  };
  const chooseFile = () =>
    choose.mutate(undefined, {
      onSuccess: (file) => {
        if (file !== null) look(file, null, null);
      },
      onError: sayError,
    });
  const applySome = (from: MovesPreview, members: readonly string[] | null) =>
    void apply
      .start({
        file: from.file,
        sha256: from.sha256,
        mapping: mappingOf(from),
        exportedOn: from.exportedOn,
        members,
      })
      .then(() => undefined);

  return (
    <div className="moves">
      <ExportCard />
      <Card
        title="The vendor’s answer"
        actions={
          <Button icon={FileInput} busy={choose.isPending} onClick={chooseFile}>
            {answer === null ? 'Choose the answer…' : 'Choose another…'}
          </Button>
        }
      >
        <div className="moves__answer">
          {answer === null ? (
            <p className="soft">
              A CSV file with the member numbers and the new addresses. You see what would change before
              anything does; earlier addresses stay in each member’s history.
            </p>
          ) : null}
          {preview.error === null ? null : <ErrorBanner error={preview.error} />}
          {preview.running ? (
            <Working title="Reading the answer" job={preview.job} onCancel={preview.cancel} />
          ) : null}
          {shown === null || answer === null ? null : (
            <>
              <p className="selectable moves__file">{shown.file}</p>
              <TextField
                label="The addresses were exported on"
                type="date"
                value={answer.exportedOn ?? shown.exportedOn ?? ''}
                hint="An address that the office changed later than this stays as it is."
                onChange={(event) => {
                  const day = event.target.value;
                  if (isWhole(day)) look(shown.file, mappingOf(shown), day);
                  else setAnswer({ file: shown.file, exportedOn: day });
                }}
                onBlur={() => {
                  if (!isWhole(answer.exportedOn ?? '')) setAnswer({ file: shown.file, exportedOn: null });
                }}
              />
              <MoveColumns
                preview={shown}
                onChange={(mapping) => look(shown.file, mapping, shown.exportedOn)}
              />
              {apply.error === null ? null : <ErrorBanner error={apply.error} />}
              {apply.running ? (
                <Working title="Changing addresses" job={apply.job} onCancel={apply.cancel} />
              ) : apply.result !== null ? (
                <p role="status">
                  {apply.result.moved.toLocaleString('en-US')} addresses changed
                  {apply.result.marked === 0 ? '' : `, ${apply.result.marked} marked as bad`}. The members’
                  history has the earlier ones.
                </p>
              ) : preview.result !== null && shown.missing.length === 0 ? (
                <MoveRows
                  key={shown.sha256}
                  preview={shown}
                  onApply={(members) => applySome(shown, members)}
                />
              ) : null}
            </>
          )}
        </div>
      </Card>
    </div>
  );
}

function ExportCard() {
  const runs = useAsk('renewals.runs', undefined);
  const [run, setRun] = useState('');
  const exporting = useJob('moves.export');
  const target = useAct('moves.chooseTarget');
  const start = () =>
    target.mutate(
      { run: run === '' ? null : run },
      {
        onSuccess: (file) => {
          if (file !== null) void exporting.start({ file, run: run === '' ? null : run });
        },
        onError: sayError,
      },
    );
  return (
    <Card title="Addresses for the vendor">
      <div className="moves__export">
        <Select
          label="Whose"
          value={run}
          onChange={(event) => setRun(event.target.value)}
          options={[
            { value: '', text: 'Every member' },
            ...(runs.data ?? []).map((one) => ({ value: one.run, text: `Addressees of run ${one.run}` })),
          ]}
        />
        <Button icon={Download} busy={target.isPending || exporting.running} onClick={start}>
          Export addresses…
        </Button>
        {exporting.error === null ? null : <ErrorBanner error={exporting.error} />}
        {exporting.result === null ? null : (
          <p role="status" className="figures">
            {exporting.result.rows.toLocaleString('en-US')} addresses exported;{' '}
            {exporting.result.left.toLocaleString('en-US')} members have none in the United States.{' '}
            <Button look="quiet" onClick={() => void show(exporting.result?.file ?? '')}>
              Show file
            </Button>
          </p>
        )}
      </div>
    </Card>
  );
}

async function show(file: string): Promise<void> {
  await ask('shell.showFile', { file });
  sayDone('The file is shown in its folder.');
}

function mappingOf({ columns }: MovesPreview): MoveMapping {
  return Object.fromEntries(
    columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field] as const])),
  );
}
