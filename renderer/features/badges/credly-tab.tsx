import { Download, FileInput, Scale } from 'lucide-react';
import { useState } from 'react';
import {
  DRIFT_KINDS,
  type DriftKind,
  type DriftReport,
  type DriftRow,
} from '../../../shared/domain/badges.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useJob } from '../../api/use-job.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Select } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Card } from '../../components/screen.tsx';
import { ScrollRegion } from '../../components/scroll-region.tsx';
import { sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { counted, DRIFT_WORDS } from './badge-words.ts';
import { ExportDone, FileList } from './export-done.tsx';

/** Credly's own list in, what differs from ours, and the files that correct it. */
export function CredlyTab() {
  const taking = useJob('badges.import');
  const drift = useJob('badges.drift', true);
  const choose = useAct('badges.chooseFile');
  const take = () =>
    choose.mutate(
      { purpose: 'list' },
      {
        onSuccess: (file) => {
          if (file !== null) void taking.start({ file });
        },
        onError: sayError,
      },
    );
  const taken = taking.result;
  return (
    <div className="badges">
      <Card
        title="Credly’s list"
        actions={
          <Button icon={FileInput} busy={choose.isPending || taking.running} onClick={take}>
            Import Credly’s export…
          </Button>
        }
      >
        <p className="soft">
          At Credly, export the issued badges as CSV with all columns. The same file twice changes nothing.
        </p>
        {taking.error === null ? null : <ErrorBanner error={taking.error} />}
        {taking.running ? (
          <Working title="Importing Credly’s list" job={taking.job} onCancel={taking.cancel} />
        ) : taken === null ? null : (
          <div role="status">
            <p>
              {counted(taken.rows, 'row')}: {counted(taken.added, 'badge')} added, {taken.changed} changed,{' '}
              {taken.unchanged} as before
              {taken.unmatched === 0 ? '' : `; ${counted(taken.unmatched, 'badge')} of nobody known`}.
            </p>
            <ul className="badge-export__list">
              {taken.rejected.slice(0, 20).map(({ row, column, message }) => (
                <li key={row}>
                  Row {row}, {column}: {message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Card>
      <Card
        title="What differs"
        actions={
          <Button icon={Scale} busy={drift.running} onClick={() => void drift.start(undefined)}>
            Compare now
          </Button>
        }
      >
        {drift.error === null ? null : <ErrorBanner error={drift.error} />}
        {drift.running ? (
          <Working title="Comparing with Credly" job={drift.job} onCancel={drift.cancel} />
        ) : drift.result === null ? (
          <p className="soft">
            Compares everyone’s standing, name and e-mail with the badges of Credly’s list: who should have a
            badge and has none, who has one and has lapsed, and what Credly says otherwise.
          </p>
        ) : (
          <Drift report={drift.result} />
        )}
      </Card>
    </div>
  );
}

function Drift({ report }: { readonly report: DriftReport }) {
  const { importedOn, certifications, badges, counts, total, rows } = report;
  const [kind, setKind] = useState<DriftKind | null>(null);
  const correcting = useJob('badges.correct');
  const folder = useAct('badges.chooseFolder');
  const correct = () =>
    folder.mutate(undefined, {
      onSuccess: (chosen) => {
        if (chosen !== null) void correcting.start({ folder: chosen });
      },
      onError: sayError,
    });
  const shown = rows.filter((row) => kind === null || row.kind === kind);
  const of = kind === null ? total : counts[kind];
  const written = correcting.result;
  return (
    <div className="badges">
      <p role="status">
        {counted(certifications, 'certification')} against {counted(badges, 'badge')} of Credly’s list of{' '}
        {displayDate(importedOn)}: {total === 0 ? 'no difference.' : `${counted(total, 'difference')}.`}
      </p>
      {total === 0 ? null : (
        <>
          <div className="badges__bar">
            <Select
              label="Show"
              value={kind ?? ''}
              onChange={(event) => setKind(DRIFT_KINDS.find((one) => one === event.target.value) ?? null)}
              options={[
                { value: '', text: 'Every difference' },
                ...DRIFT_KINDS.map((one) => ({
                  value: one,
                  text: `${DRIFT_WORDS[one]} (${counts[one].toLocaleString('en-US')})`,
                })),
              ]}
            />
            <Button
              icon={Download}
              look="primary"
              busy={correcting.running || folder.isPending}
              onClick={correct}
            >
              Write the correcting files…
            </Button>
          </div>
          {correcting.error === null ? null : <ErrorBanner error={correcting.error} />}
          {correcting.running ? (
            <Working title="Writing what corrects Credly" job={correcting.job} onCancel={correcting.cancel} />
          ) : written === null ? null : (
            <>
              <ExportDone report={written} />
              {written.revoke === null ? null : (
                <div className="badge-export" role="status">
                  <p>To revoke by hand at Credly, which takes no file for it:</p>
                  <FileList files={[written.revoke]} />
                </div>
              )}
            </>
          )}
          <ScrollRegion label="Differences">
            <PlainTable
              label="Differences"
              rows={shown}
              rowKey={(row) => `${row.kind} ${row.memberNo} ${row.code ?? ''} ${row.badge ?? ''}`}
              columns={[
                { header: 'What', cell: (row) => DRIFT_WORDS[row.kind] },
                { header: 'Member and what to do', wide: true, cell: (row) => <Who row={row} /> },
                { header: 'Here', cell: ({ ours }) => ours },
                { header: 'Credly', cell: ({ theirs }) => theirs },
              ]}
            />
          </ScrollRegion>
          {of > shown.length ? (
            <p className="soft figures">
              The first {shown.length.toLocaleString('en-US')} of {of.toLocaleString('en-US')} are shown; the
              files hold them all.
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

function Who({ row: { memberNo, name, code, text } }: { readonly row: DriftRow }) {
  return (
    <>
      {memberNo === '' ? (
        name
      ) : (
        <>
          <Link to={`/members/${encodeURIComponent(memberNo)}`}>{name}</Link>{' '}
          <span className="figures soft">{memberNo}</span> {code}
        </>
      )}
      <span className="badges__remedy">{text}</span>
    </>
  );
}
