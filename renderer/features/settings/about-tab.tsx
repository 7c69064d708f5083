import { FolderOpen, FolderSymlink } from 'lucide-react';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Card } from '../../components/screen.tsx';
import { sayError } from '../../components/toast.tsx';
import { LICENCES } from './licences.ts';

/** Which version this is, where the office is kept, and what the program is made with. */
export function AboutTab() {
  const state = useAsk('office.state', undefined).data;
  const choose = useAct('office.chooseFolder');
  const open = useAct('office.open');
  const close = useAct('office.close');
  const office = state?.office ?? null;
  return (
    <div className="about">
      <Card title="Standing">
        <dl className="made">
          <div>
            <dt>Version</dt>
            <dd className="figures selectable">{state?.version}</dd>
          </div>
          <div>
            <dt>Person at the desk</dt>
            <dd>{state?.actor}</dd>
          </div>
          {office === null ? null : (
            <div>
              <dt>Office folder</dt>
              <dd>
                <span className="selectable">{office.folder}</span>
                <CopyButton text={office.folder} label="Copy the folder’s path" />
              </dd>
            </div>
          )}
        </dl>
        {office === null ? null : (
          <div className="buttons about__buttons">
            <Button
              icon={FolderOpen}
              onClick={() => void ask('shell.showFile', { file: office.folder }).catch(sayError)}
            >
              Show the folder
            </Button>
            <Button
              icon={FolderSymlink}
              busy={choose.isPending || open.isPending}
              onClick={() =>
                choose.mutate(
                  { purpose: 'open' },
                  {
                    onSuccess: (folder) => {
                      if (folder === null) return;
                      open.mutate({ folder }, { onSuccess: () => navigate('/today'), onError: sayError });
                    },
                    onError: sayError,
                  },
                )
              }
            >
              Open another office…
            </Button>
            <Button
              look="quiet"
              busy={close.isPending}
              onClick={() =>
                close.mutate(undefined, { onSuccess: () => navigate('/today'), onError: sayError })
              }
            >
              Close this office
            </Button>
          </div>
        )}
      </Card>
      <Card title="Licences">
        <p className="soft about__licences">Standing is under the MIT licence. It is made with:</p>
        <PlainTable
          label="Parts and their licences"
          rows={LICENCES}
          rowKey={({ name }) => name}
          columns={[
            { header: 'Part', cell: ({ name }) => name, wide: true },
            { header: 'Licence', cell: ({ licence }) => <span className="soft">{licence}</span> },
          ]}
        />
      </Card>
    </div>
  );
}
