import {
  Ban,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import { count, KIND_WORDS } from './import-words.ts';
import { type FileState, fileName, isComplete, type QueuedFile } from './queue.ts';

interface QueueListProps {
  readonly files: readonly QueuedFile[];
  readonly shown: number | null;
  readonly onShow: (id: number) => void;
}

/** The files in the order in which they are imported, each with how far it is. */
export function QueueList({ files, shown, onShow }: QueueListProps) {
  return (
    <ol className="queue" aria-label="Files in the order in which they are imported">
      {files.map((file) => {
        const Icon = icon(file);
        return (
          <li key={file.id}>
            <button
              type="button"
              className={`queue__file queue__file--${file.state}`}
              aria-current={file.id === shown ? 'true' : undefined}
              onClick={() => onShow(file.id)}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span className="queue__words">
                <span className="queue__kind">
                  {file.kind === null ? 'Not known yet' : KIND_WORDS[file.kind]}
                </span>
                <span className="queue__name">{fileName(file.path)}</span>
                <span className="queue__state figures">{stateWords(file)}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

const ICONS: Readonly<Record<FileState, LucideIcon>> = {
  looking: LoaderCircle,
  unreadable: CircleAlert,
  ready: CircleDashed,
  checking: LoaderCircle,
  checked: Circle,
  importing: LoaderCircle,
  imported: CircleCheck,
  skipped: Ban,
};

function icon(file: QueuedFile): LucideIcon {
  const bad = file.error !== null || (file.state === 'ready' && !isComplete(file));
  return bad ? CircleAlert : ICONS[file.state];
}

function stateWords(file: QueuedFile): string {
  const { state, report, error } = file;
  switch (state) {
    case 'looking':
      return 'Looking into it…';
    case 'unreadable':
      return 'Cannot be read';
    case 'ready':
      if (error !== null) return error.code === 'cancelled' ? 'Cancelled' : 'Cannot be imported';
      return isComplete(file) ? 'Waits for its turn' : 'Columns to match';
    case 'checking':
      return 'Checking…';
    case 'checked':
      return report === null || report.rejectedCount === 0
        ? 'Can be imported'
        : `${count(report.rejectedCount)} bad rows`;
    case 'importing':
      return 'Importing…';
    case 'imported':
      return report === null ? 'Imported' : importedWords(report.rows - report.rejectedCount);
    case 'skipped':
      return 'Left out';
  }
}

function importedWords(rows: number): string {
  return `${count(rows)} ${rows === 1 ? 'row' : 'rows'} imported`;
}
