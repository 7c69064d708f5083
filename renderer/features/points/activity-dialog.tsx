import { type FormEvent, useId } from 'react';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { ActivityFields } from './activity-fields.tsx';
import { EMPTY_FORM } from './activity-form.ts';
import { enteredWords } from './entered-words.ts';
import { useActivityEntry } from './use-activity-entry.ts';
import { Verdicts } from './verdicts.tsx';
import './points.css';

interface ActivityDialogProps {
  readonly memberNo: string;
  readonly memberName: string;
  readonly onClose: () => void;
  /** Says what was entered, instead of the toast. */
  readonly onSaved?: (words: string) => void;
}

/** Enters an activity of a member; the rules say beside it what it does before it is saved. */
export function ActivityDialog({ memberNo, memberName, onClose, onSaved = sayDone }: ActivityDialogProps) {
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const entry = useActivityEntry(memberNo, EMPTY_FORM);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entry.save(({ preview }) => {
      onSaved(enteredWords(preview));
      onClose();
    });
  };
  return (
    <Dialog
      title={`Add an activity of ${memberName}`}
      size="large"
      onClose={onClose}
      dismissable={!entry.saving}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={entry.saving}>
            {entry.confirming ? 'Enter it all the same' : 'Enter the activity'}
          </Button>
        </>
      }
    >
      <form id={id} className="activity-entry" onSubmit={submit} noValidate>
        <div>
          {entry.error === null ? null : <ErrorBanner error={toErrorShape(entry.error)} />}
          <ActivityFields
            form={entry.form}
            onChange={entry.change}
            today={today}
            problem={entry.problem}
            autoFocusInDialog
          />
        </div>
        <Verdicts
          preview={entry.preview}
          waiting="Type what it was: the rules say here what it counts for."
        />
      </form>
    </Dialog>
  );
}
