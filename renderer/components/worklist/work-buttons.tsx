import { Check, Clock, NotebookPen, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { WorklistItem } from '../../../shared/domain/worklists.ts';
import { Button } from '../button.tsx';
import { actionsOf, type WorkFormName } from './work-actions.ts';
import { WorkKey } from './work-key.tsx';

interface WorkButtonsProps {
  readonly found: WorklistItem;
  readonly busy: boolean;
  readonly onForm: (form: WorkFormName) => void;
  readonly onMark: (kind: 'note' | 'snoozed') => void;
  readonly onSettle: (kind: 'done' | 'back') => void;
  /** What the list's own screen offers. */
  readonly children: ReactNode;
}

/** Everything that can be done about the row, each with its key. */
export function WorkButtons({ found, busy, onForm, onMark, onSettle, children }: WorkButtonsProps) {
  const { list, row } = found;
  const away = row?.done === true || row?.awayUntil !== null;
  return (
    <>
      <div className="work-panel__actions">
        {children}
        {actionsOf(list).map(({ form, key, text, icon }, at) => (
          <Button
            key={form}
            icon={icon}
            look={at === 0 && row !== null && row.status !== 'lapsed' ? 'primary' : 'plain'}
            aria-keyshortcuts={key}
            onClick={() => onForm(form)}
          >
            {text}
            <WorkKey of={key} />
          </Button>
        ))}
      </div>
      <div className="work-panel__marks-bar">
        <Button look="quiet" icon={NotebookPen} aria-keyshortcuts="n" onClick={() => onMark('note')}>
          Note… <WorkKey of="n" />
        </Button>
        <Button look="quiet" icon={Clock} aria-keyshortcuts="s" onClick={() => onMark('snoozed')}>
          Snooze… <WorkKey of="s" />
        </Button>
        {away ? (
          <Button look="quiet" icon={Undo2} busy={busy} onClick={() => onSettle('back')}>
            Back on the list
          </Button>
        ) : (
          <Button
            look="quiet"
            icon={Check}
            aria-keyshortcuts="d"
            busy={busy}
            onClick={() => onSettle('done')}
          >
            Done <WorkKey of="d" />
          </Button>
        )}
      </div>
    </>
  );
}
