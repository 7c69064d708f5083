import { ArrowLeft, Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  RECEIPT_SOURCES,
  type ReceiptMapping,
  type ReceiptReading,
  type ReceiptSource,
} from '../../../shared/domain/receipts.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { useJob } from '../../api/use-job.ts';
import { Link, navigate, replacePlace, useQueryText } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/field.tsx';
import { Banner, EmptyState, ErrorBanner } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { Working } from '../../components/working.tsx';
import { FileColumns } from './file-columns.tsx';
import { ForeseenLines } from './foreseen-lines.tsx';
import { SOURCE_TITLES } from './line-words.ts';
import { OutcomeSums } from './outcome-sums.tsx';
import './payments.css';
import './reconcile.css';

/** A payment file before it is entered: how its columns are taken and what would become of each line. */
export function ReadFileScreen() {
  const [text] = useQueryText();
  const source = RECEIPT_SOURCES.find((one) => one === text.get('source')) ?? 'portal';
  const file = text.get('file') ?? '';
  const reading = useJob('reconcile.read');
  const entering = useJob('reconcile.enter');
  const { start } = reading;
  useEffect(() => void start({ source, file, mapping: null }), [start, source, file]);
  const shown = reading.result;
  const done = entering.result;
  useEffect(() => {
    if (done !== null && done.deposit !== null) replacePlace(`/payments/files/${done.deposit}`);
  }, [done]);
  return (
    <Screen
      title={SOURCE_TITLES[source]}
      about={<span className="selectable">{file}</span>}
      actions={
        <Button look="quiet" icon={ArrowLeft} onClick={() => navigate('/payments?tab=files')}>
          Files
        </Button>
      }
    >
      <div className="batch">
        {reading.error === null ? null : <ErrorBanner error={reading.error} />}
        {entering.error === null ? null : <ErrorBanner error={entering.error} />}
        {reading.running ? (
          <Working title="Reading the file" job={reading.job} onCancel={reading.cancel} />
        ) : null}
        {entering.running ? (
          <Working title="Entering the payments" job={entering.job} onCancel={entering.cancel} />
        ) : null}
        {shown === null || entering.running ? null : (
          <Foreseen
            key={shown.sha256}
            reading={shown}
            onMapping={(mapping) => void start({ source, file, mapping })}
            onEnter={(skipRefused) =>
              void entering.start({
                source,
                file,
                mapping: mappingOf(shown),
                sha256: shown.sha256,
                skipRefused,
              })
            }
          />
        )}
      </div>
    </Screen>
  );
}

interface ForeseenProps {
  readonly reading: ReceiptReading;
  readonly onMapping: (mapping: ReceiptMapping) => void;
  readonly onEnter: (skipRefused: boolean) => void;
}

function Foreseen({ reading, onMapping, onEnter }: ForeseenProps) {
  const { tallies, fileCents, missing, enteredAs, notices, source } = reading;
  const [skip, setSkip] = useState(false);
  const refused = tallies.refused.count;
  const { count, cents } = newMoney(reading);
  const nothing = count === 0 && tallies.back.count === 0;
  const ready = missing === null && enteredAs === null && !nothing && (refused === 0 || skip);
  const enter = () => {
    if (ready) onEnter(skip);
  };
  useKeys('Payment file', [{ keys: 'mod+Enter', does: 'Enter the file', run: enter }]);
  if (enteredAs !== null)
    return (
      <EmptyState
        icon={Check}
        title="This very file is entered already"
        action={<Button onClick={() => navigate(`/payments/files/${enteredAs}`)}>Show its lines</Button>}
      >
        Entering it again would change nothing.
      </EmptyState>
    );
  return (
    <>
      {notices.map((notice) => (
        <Banner key={notice} kind="info">
          {notice}
        </Banner>
      ))}
      <FileColumns reading={reading} onChange={onMapping} />
      {missing === null ? (
        <>
          <OutcomeSums tallies={tallies} fileCents={fileCents} ledgerCents={null} />
          {refused === 0 ? null : (
            <Banner kind="warning">
              {refused === 1
                ? 'One line cannot be read. Correct it in the file and read it again, or enter the others.'
                : `${refused.toLocaleString('en-US')} lines cannot be read. Correct them in the file and read it again, or enter the others.`}
            </Banner>
          )}
          <div className="buttons">
            <Button look="primary" disabled={!ready} onClick={enter}>
              {nothing ? 'Nothing is new' : enterWords(source, count, cents)}
            </Button>
            {refused === 0 ? null : (
              <Checkbox
                label="Enter the others without the lines that cannot be read"
                checked={skip}
                onChange={(event) => setSkip(event.target.checked)}
              />
            )}
            {nothing ? <Link to="/payments?tab=files">See what was entered</Link> : null}
          </div>
          <ForeseenLines reading={reading} />
        </>
      ) : null}
    </>
  );
}

function newMoney({ tallies: { matched, doubtful, unmatched } }: ReceiptReading) {
  const all = [matched, doubtful, unmatched];
  return {
    count: all.reduce((sum, one) => sum + one.count, 0),
    cents: all.reduce((sum, one) => sum + one.cents, 0),
  };
}

function enterWords(source: ReceiptSource, count: number, cents: number): string {
  const what = source === 'lockbox' ? 'receipt' : 'payment';
  if (count === 0) return 'Enter what went back';
  return `Enter ${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}, ${displayCents(cents)}`;
}

function mappingOf({ columns }: ReceiptReading): ReceiptMapping {
  return Object.fromEntries(columns.map(({ header, field }) => [header, field]));
}
