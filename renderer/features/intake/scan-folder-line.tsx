import type { ScanFolder } from '../../../shared/domain/intake.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { moment } from '../../components/moment.ts';
import { Banner } from '../../components/notices.tsx';
import { sayError } from '../../components/toast.tsx';

const NAMED = 5;

/** What the scan folder is doing, where one is watched: in one sentence, with what lies there and could not be taken. */
export function ScanFolderLine() {
  const scans = useAsk('intake.scanFolder', undefined);
  const again = useAct('intake.tryScansAgain');
  if (scans.data === undefined || scans.data.folder === null) return null;
  const { folder, untaken, folders, awaySince, backSince } = scans.data;
  if (awaySince !== null)
    return (
      <Banner kind="warning">
        The scan folder <span className="selectable intake__path">{folder}</span> cannot be reached since{' '}
        {moment(awaySince)}; what is scanned meanwhile is taken in when it is back.
      </Banner>
    );
  return (
    <>
      <p className="soft">
        Scans laid in <span className="selectable intake__path">{folder}</span> are taken in by themselves
        {backSince === null ? '' : `; it is back since ${moment(backSince)}`}.{foldersText(folders)}
      </p>
      {untaken.length === 0 ? null : (
        <Banner
          kind="warning"
          action={
            <Button
              look="quiet"
              busy={again.isPending}
              onClick={() => again.mutate(undefined, { onError: sayError })}
            >
              Try again
            </Button>
          }
        >
          {untaken.length === 1 ? 'A scan lies' : `${untaken.length} scans lie`} in the folder still:
          <Untaken untaken={untaken} />
        </Banner>
      )}
    </>
  );
}

function Untaken({ untaken }: Pick<ScanFolder, 'untaken'>) {
  return (
    <ul className="intake__outcomes">
      {untaken.slice(0, NAMED).map(({ name, reason }) => (
        <li key={name}>
          <strong>{name}</strong> {reason}
        </li>
      ))}
      {untaken.length > NAMED ? <li>and {untaken.length - NAMED} more</li> : null}
    </ul>
  );
}

function foldersText(folders: readonly string[]): string {
  const [first, ...more] = folders;
  if (first === undefined) return '';
  return more.length === 0
    ? ` The folder “${first}” in it is not looked into: drop it here.`
    : ` The folders “${first}” and ${more.length} more in it are not looked into: drop them here.`;
}
