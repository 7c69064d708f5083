import { useState } from 'react';
import type { BounceFound } from '../../../shared/domain/email.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { sayDone } from '../../components/toast.tsx';

/** Reports of failed delivery, pasted: what they say is shown before it is noted. */
export function BouncePaste({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const look = useAct('email.readBounces');
  const note = useAct('email.readBounces');
  const found = look.data?.found ?? null;
  const error = note.error ?? look.error;
  const known = found?.filter((one) => one.memberNo !== null).length ?? 0;
  return (
    <Dialog
      title="Reports of failed delivery"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {found === null ? (
            <Button
              look="primary"
              busy={look.isPending}
              disabled={text.trim() === ''}
              onClick={() => look.mutate({ text, dryRun: true })}
            >
              Read the report
            </Button>
          ) : (
            <Button
              look="primary"
              busy={note.isPending}
              disabled={known === 0}
              onClick={() =>
                note.mutate(
                  { text, dryRun: false },
                  {
                    onSuccess: ({ marked }) => {
                      sayDone(`${marked.toLocaleString('en-US')} marked: their next notice goes by post.`);
                      onClose();
                    },
                  },
                )
              }
            >
              {`Note what it says of ${known} ${known === 1 ? 'member' : 'members'}`}
            </Button>
          )}
        </>
      }
    >
      <div className="emails">
        {error === null ? null : <ErrorBanner error={toErrorShape(error)} />}
        <Field
          label="The report, or several one after the other"
          hint="The whole message with its attachments shown as text; in most mail programs, “Show original”."
        >
          {(control) => (
            <textarea
              {...control}
              className="input emails__paste"
              data-autofocus
              spellCheck={false}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                look.reset();
              }}
            />
          )}
        </Field>
        {found === null ? null : <Found found={found} />}
      </div>
    </Dialog>
  );
}

function Found({ found }: { readonly found: readonly BounceFound[] }) {
  return (
    <PlainTable
      label="Found in the report"
      rows={found}
      rowKey={(one) => `${one.address} ${one.run} ${one.position} ${one.status}`}
      columns={[
        { header: 'Address', cell: (one) => one.address },
        { header: 'Member', cell: (one) => one.memberNo ?? 'none, or several' },
        { header: 'Does not arrive', cell: (one) => (one.hard ? 'for good' : 'for now') },
        { header: 'Why', cell: (one) => <span className="soft">{one.reason}</span>, wide: true },
      ]}
    />
  );
}
