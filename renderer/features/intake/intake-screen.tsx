import { FilePlus2 } from 'lucide-react';
import { Fragment, type ReactNode, useCallback } from 'react';
import type { FileOutcome, IntakeState } from '../../../shared/domain/intake.ts';
import { takenText } from '../../../shared/domain/taken-text.ts';
import { currentJobs, type Job } from '../../api/jobs.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { useQueryText } from '../../app/navigation.tsx';
import { useDroppedFiles } from '../../app/use-dropped-files.ts';
import { Button } from '../../components/button.tsx';
import { Banner, ErrorBanner, ErrorState } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { sayError } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { IntakeQueue } from './intake-queue.tsx';
import { Retention } from './retention.tsx';
import { ReturnLetters } from './return-letters.tsx';
import { ScanFolderLine } from './scan-folder-line.tsx';
import { SettledList } from './settled-list.tsx';
import { usePaste } from './use-paste.ts';
import './intake.css';

const TABS: Readonly<
  Record<
    'waiting' | 'quarantined' | 'filed' | 'refused' | 'dismissed' | 'returns' | 'retention',
    { readonly text: string; readonly content: () => ReactNode }
  >
> = {
  waiting: { text: 'Queue', content: () => <IntakeQueue state="waiting" /> },
  quarantined: { text: 'Quarantine', content: () => <IntakeQueue state="quarantined" /> },
  filed: { text: 'Filed', content: () => <SettledList state="filed" /> },
  refused: { text: 'Refused', content: () => <SettledList state="refused" /> },
  dismissed: { text: 'Dismissed', content: () => <SettledList state="dismissed" /> },
  returns: { text: 'Return letters', content: () => <ReturnLetters /> },
  retention: { text: 'Retention', content: () => <Retention /> },
};

const isTab = (text: string): text is keyof typeof TABS => Object.hasOwn(TABS, text);

/** How many files that were not filed are named one by one. */
const NAMED = 8;

/** Documents that come in: dropped or chosen, filed by their codes, and what waits because they are not plain. `?tab=` opens a list. */
export function IntakeScreen() {
  const state = useAsk('intake.state', undefined);
  const [text, setText] = useQueryText();
  const choose = useAct('intake.chooseFiles');
  const take = useJob('intake.take', true);
  const readOn = useJob('intake.readUnread', true);
  const pasted = useJob('intake.takePasted', true);
  const paste = useAct('intake.paste');
  const { start } = take;
  const drop = useCallback(
    (files: readonly string[]) => {
      if (files.length > 0) void start({ files, channel: 'dropped' });
    },
    [start],
  );
  const over = useDroppedFiles(drop);
  const shown = isLater(pasted.job, take.job) ? pasted : take;
  usePaste(() =>
    paste.mutate(undefined, {
      onSuccess: (found) => {
        if (found.kind === 'files') void start({ files: found.files, channel: 'pasted' });
        else if (found.kind === 'picture') void pasted.start({ held: found.held });
        else
          sayError({
            code: 'nothing-pasted',
            message: 'There is no picture and no file on the clipboard.',
            fix: 'Copy one, and paste it here.',
          });
      },
      onError: sayError,
    }),
  );
  const asked = text.get('tab') ?? '';
  const chosen = isTab(asked) ? asked : 'waiting';
  const pick = () =>
    choose.mutate(undefined, {
      onSuccess: (files) => (files.length === 0 ? undefined : void start({ files, channel: 'chosen' })),
      onError: sayError,
    });
  return (
    <Screen
      title="Intake"
      actions={
        <Button look="primary" icon={FilePlus2} onClick={pick}>
          Choose files…
        </Button>
      }
    >
      <div className={over ? 'intake intake--over' : 'intake'}>
        <p className="soft">
          Drop scans, photos or folders of them anywhere on this window, or paste them: PDF, JPEG, PNG, TIFF
          or HEIC
          {state.data === undefined ? '' : `, up to ${state.data.limitMegabytes} MB each`}. A cover sheet
          files itself and what lies behind it.
        </p>
        <ScanFolderLine />
        {shown.running ? (
          <Working
            title="Taking in documents"
            job={shown.job}
            onCancel={shown.cancel}
            note="You can keep working; what was taken in is kept if you cancel, and read the next time."
          />
        ) : null}
        {shown.error === null ? null : <ErrorBanner error={shown.error} />}
        {shown.result === null || shown.running ? null : <Taken files={shown.result} />}
        {state.error === null ? null : (
          <ErrorState error={state.error} onRetry={() => void state.refetch()} />
        )}
        {(state.data?.unread ?? 0) > 0 && !shown.running && !readOn.running ? (
          <Banner kind="info">
            {state.data?.unread} {state.data?.unread === 1 ? 'document is' : 'documents are'} kept but not
            read yet.{' '}
            <Button look="quiet" onClick={() => void readOn.start(undefined)}>
              Read them now
            </Button>
          </Banner>
        ) : null}
        <Tabs
          label="Documents"
          tabs={Object.entries(TABS).map(([id, tab]) => ({
            id,
            text: tab.text,
            count: state.data === undefined || !isTab(id) ? undefined : countOf(state.data, id),
          }))}
          chosen={chosen}
          onChoose={(tab) => setText({ tab })}
        >
          {/* Two lists of one kind have nothing in common: what stood in one is not shown, and worked, in the other. */}
          <Fragment key={chosen}>{TABS[chosen].content()}</Fragment>
        </Tabs>
      </div>
    </Screen>
  );
}

function countOf({ counts, returnLetters }: IntakeState, tab: keyof typeof TABS): number | undefined {
  if (tab === 'returns') return returnLetters;
  return tab === 'retention' ? undefined : counts[tab];
}

/** Whether a job was started after another, or there is no other. */
function isLater(one: Job | null, other: Job | null): boolean {
  const ids = currentJobs().map(({ id }) => id);
  return one !== null && ids.indexOf(one.id) > (other === null ? -1 : ids.indexOf(other.id));
}

/** What came of the files taken last; those that were not filed by name. */
function Taken({ files }: { readonly files: readonly FileOutcome[] }) {
  const others = files.filter(({ outcome }) => outcome !== 'filed');
  return (
    <Banner kind="info">
      {takenText(files)}
      {others.length === 0 ? null : (
        <ul className="intake__outcomes">
          {others.slice(0, NAMED).map(({ file, reason }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a file may be named twice
            <li key={index}>
              <strong>{file.split(/[\\/]/).at(-1)}</strong> {reason}
            </li>
          ))}
          {others.length > NAMED ? <li>and {others.length - NAMED} more</li> : null}
        </ul>
      )}
    </Banner>
  );
}
