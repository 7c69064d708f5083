import { useEffect } from 'react';
import type { RunPostal, TrayGroup } from '../../../shared/domain/postal.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';

interface PostDialogProps {
  readonly run: RunSummary;
  readonly onClose: () => void;
}

const count = (n: number) => n.toLocaleString('en-US');

/** What the post needs to know of a run: trays, weight, what is found about its addresses; and the cover sheet that says it. */
export function PostDialog({ run, onClose }: PostDialogProps) {
  const postal = useAsk('renewals.postal', { run: run.run });
  const cover = useJob('renewals.printCover');
  const labels = useJob('renewals.printLabels');
  const wide = run.heldBy.find(({ reason }) => reason === 'address does not fit the window')?.count ?? 0;
  const shown = cover.result !== null ? 'cover' : labels.result !== null ? 'labels' : null;
  useEffect(() => {
    if (shown === null) return;
    onClose();
    navigate(`/renewals?run=${run.run}&sheets=${shown}`);
  }, [shown, onClose, run.run]);
  const error = cover.error ?? labels.error;
  return (
    <Dialog
      title="For the post"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {wide === 0 ? null : (
            <Button busy={labels.running} onClick={() => void labels.start({ run: run.run })}>
              {`Labels for the ${count(wide)} that do not fit the window`}
            </Button>
          )}
          <Button look="primary" busy={cover.running} onClick={() => void cover.start({ run: run.run })}>
            Print the cover sheet
          </Button>
        </>
      }
    >
      <div className="post">
        {error === null ? null : <ErrorBanner error={error} />}
        {postal.error !== null ? (
          <ErrorState error={postal.error} onRetry={() => void postal.refetch()} />
        ) : postal.data === undefined ? (
          <Skeleton width="100%" height="160px" />
        ) : (
          <Postal postal={postal.data} />
        )}
      </div>
    </Dialog>
  );
}

function Postal({ postal }: { readonly postal: RunPostal }) {
  const home = postal.pieces - postal.foreign;
  return (
    <>
      <p className="figures">
        {count(postal.pieces)} pieces in {count(postal.trays)} {postal.trays === 1 ? 'tray' : 'trays'},{' '}
        {weight(postal.totalOunces)} in all ({ouncesEach(postal)}). Presort prices begin at{' '}
        {count(postal.presortMinimum)} pieces: {home >= postal.presortMinimum ? 'reached' : 'not reached'}.
      </p>
      <PlainTable
        label="Trays"
        rows={postal.groups}
        rowKey={(group) => `${group.level} ${group.zip}`}
        columns={[
          { header: 'Goes to', cell: goesTo, wide: true },
          { header: 'Pieces', cell: (group) => count(group.pieces), align: 'end' },
          { header: 'Trays', cell: (group) => count(group.trays), align: 'end' },
          {
            header: 'Sheets',
            cell: (group) => `${count(group.firstSheet)}–${count(group.lastSheet)}`,
            align: 'end',
          },
        ]}
      />
      {postal.findings.length === 0 ? null : (
        <>
          <h3>Found about the addresses</h3>
          <PlainTable
            label="Found about the addresses"
            rows={postal.findings}
            rowKey={(finding) => finding.code}
            columns={[
              { header: 'What', cell: (finding) => finding.text, wide: true },
              { header: 'Members', cell: (finding) => count(finding.count), align: 'end' },
            ]}
          />
        </>
      )}
    </>
  );
}

function goesTo({ level, zip }: TrayGroup): string {
  switch (level) {
    case '5-digit':
      return `ZIP ${zip}`;
    case '3-digit':
      return `ZIPs that begin with ${zip}`;
    case 'mixed':
      return 'The rest of the United States';
    case 'foreign':
      return 'Other countries';
  }
}

function weight(ounces: number): string {
  const pounds = Math.floor(ounces / 16);
  const rest = `${(ounces - 16 * pounds).toFixed(1)} oz`;
  return pounds === 0 ? rest : `${count(pounds)} lb ${rest}`;
}

/** `0.42 oz each`, or from the lightest to the heaviest where cover sheets go with some. */
function ouncesEach({ pieceOunces, heaviestOunces }: RunPostal): string {
  if (heaviestOunces === pieceOunces) return `${pieceOunces.toFixed(2)} oz each`;
  return `${pieceOunces.toFixed(2)} oz and more each, the heaviest ${heaviestOunces.toFixed(2)} oz`;
}
