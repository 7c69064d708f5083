import { type BadgeExportReport, type BadgeFile, HOLD_TEXTS } from '../../../shared/domain/badges.ts';
import { ask } from '../../api/ask.ts';
import { Button } from '../../components/button.tsx';
import { sayDone } from '../../components/toast.tsx';
import { counted } from './badge-words.ts';

/** What an export came to: its files to be uploaded, and who is held with the reason. */
export function ExportDone({ report }: { readonly report: BadgeExportReport }) {
  const { rows, files, held } = report;
  return (
    <div className="badge-export" role="status">
      <p>
        {rows === 0
          ? 'Nothing was to be exported.'
          : `${counted(rows, 'badge')} in ${counted(files.length, 'file')}. Upload ${files.length === 1 ? 'it' : 'them'} at Credly under Badges, Issue.`}
      </p>
      <FileList files={files} />
      {held.length === 0 ? null : (
        <>
          <p>{held.length === 1 ? 'One is held:' : `${counted(held.length, 'badge')} are held:`}</p>
          <ul className="badge-export__list">
            {held.slice(0, 20).map(({ memberNo, name, code, hold }) => (
              <li key={`${memberNo} ${code}`}>
                {name} <span className="figures soft">{memberNo}</span>, {code}: {HOLD_TEXTS[hold]}
              </li>
            ))}
          </ul>
          {held.length > 20 ? (
            <p className="soft">And {held.length - 20} more: show those that are held.</p>
          ) : null}
        </>
      )}
    </div>
  );
}

/** Files with a way to show each in its folder. */
export function FileList({ files }: { readonly files: readonly BadgeFile[] }) {
  return (
    <ul className="badge-export__list">
      {files.map(({ file, rows }) => (
        <li key={file}>
          <span className="selectable">{file}</span>{' '}
          <span className="soft figures">{counted(rows, 'row')}</span>{' '}
          <Button look="quiet" onClick={() => void show(file)}>
            Show file
          </Button>
        </li>
      ))}
    </ul>
  );
}

async function show(file: string): Promise<void> {
  await ask('shell.showFile', { file });
  sayDone('The file is shown in its folder.');
}
