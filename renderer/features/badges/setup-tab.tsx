import { FileInput } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { BADGE_FIELDS, type BadgeSettingsView } from '../../../shared/domain/badges.ts';
import { CERTIFICATION_CODES, CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { PlainTable } from '../../components/plain-table.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';

/** Credly's template of each certification, and the columns of its bulk-issue file. */
export function SetupTab() {
  const settings = useAsk('badges.settings', undefined);
  if (settings.error !== null)
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <Skeleton height="320px" />;
  return (
    <div className="badges badges--setup">
      <Templates key={JSON.stringify(settings.data.templates)} settings={settings.data} />
      <Columns settings={settings.data} />
    </div>
  );
}

function Templates({ settings: { templates } }: { readonly settings: BadgeSettingsView }) {
  const [ids, setIds] = useState<Readonly<Partial<Record<string, string>>>>(templates);
  const save = useAct('badges.saveTemplates');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    save.mutate({ templates: { ...ids } }, { onSuccess: () => sayDone('The badge templates are saved.') });
  };
  return (
    <Card title="Badge templates">
      <form className="badge-form" onSubmit={submit}>
        <p className="soft">
          The id of each certification’s badge, from Credly under Developers, Template IDs. Without one, its
          badges are held.
        </p>
        {save.error === null ? null : <ErrorBanner error={toErrorShape(save.error)} />}
        <div className="badge-templates">
          {CERTIFICATION_CODES.map((code) => (
            <TextField
              key={code}
              label={`${code}, ${CERTIFICATION_NAMES[code]}`}
              value={ids[code] ?? ''}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => setIds({ ...ids, [code]: event.target.value })}
            />
          ))}
        </div>
        <div className="buttons">
          <Button type="submit" look="primary" busy={save.isPending}>
            Save the templates
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Columns({ settings: { mapped, columnsFrom } }: { readonly settings: BadgeSettingsView }) {
  const taking = useJob('badges.takeTemplate');
  const choose = useAct('badges.chooseFile');
  const take = () =>
    choose.mutate(
      { purpose: 'template' },
      {
        onSuccess: (file) => {
          if (file !== null) void taking.start({ file });
        },
        onError: sayError,
      },
    );
  const titles = new Map<string, string>(BADGE_FIELDS.map(({ id, title }) => [id, title]));
  return (
    <Card
      title="Columns of the file"
      actions={
        <Button icon={FileInput} busy={choose.isPending || taking.running} onClick={take}>
          Take a fresh template…
        </Button>
      }
    >
      <p className="soft">
        {columnsFrom === null
          ? 'The columns that came with Standing. Credly changes them at times: download its template and take it here.'
          : `From ${columnsFrom.file}, taken on ${displayDate(columnsFrom.on)}.`}
      </p>
      {taking.error === null ? null : <ErrorBanner error={taking.error} />}
      <PlainTable
        label="Columns of the bulk-issue file"
        rows={mapped}
        rowKey={({ header }) => header}
        columns={[
          { header: 'Column', cell: ({ header }) => header },
          {
            header: 'Filled with',
            wide: true,
            cell: ({ field }) =>
              field === null ? <span className="faint">stays empty</span> : (titles.get(field) ?? field),
          },
        ]}
      />
    </Card>
  );
}
