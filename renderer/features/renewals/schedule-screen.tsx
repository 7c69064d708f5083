import { Eye } from 'lucide-react';
import { useState } from 'react';
import {
  NOTICE_CHANNELS,
  type NoticeChannel,
  type NoticeStep,
} from '../../../shared/domain/notice-schedule.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Link } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorBanner, ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { sayDone } from '../../components/toast.tsx';
import { Working } from '../../components/working.tsx';
import { daysOf, dayWords, type StepDraft, scheduleInput, stepDrafts } from './schedule-draft.ts';
import { SchedulePreviewList } from './schedule-preview-list.tsx';

const CHANNEL_WORDS: Readonly<Record<NoticeChannel, string>> = {
  'print-first': 'Print, else e-mail',
  'print-and-email': 'Print, and e-mail the same',
  'email-first': 'E-mail, else print',
  'print-only': 'Print only',
};

/** The notice schedule: what goes out when and how; a change shows who would get what before it is saved. */
export function ScheduleScreen() {
  const schedule = useAsk('notices.schedule', undefined);
  return (
    <Screen title="Notice schedule" about={<Link to="/renewals">All months</Link>}>
      {schedule.error !== null ? (
        <ErrorState error={schedule.error} onRetry={() => void schedule.refetch()} />
      ) : schedule.data === undefined ? (
        <Skeleton height="360px" />
      ) : (
        <Editor key={JSON.stringify(schedule.data)} saved={schedule.data} />
      )}
    </Screen>
  );
}

function Editor({ saved }: { readonly saved: readonly NoticeStep[] }) {
  const [steps, setSteps] = useState<readonly StepDraft[]>(() => stepDrafts(saved));
  const preview = useJob('notices.previewSchedule');
  const save = useAct('notices.saveSchedule');
  const wrong = steps.some((step) => daysOf(step) === null);
  const changed = JSON.stringify(steps) !== JSON.stringify(stepDrafts(saved));
  const change = (id: string, more: Partial<StepDraft>) => {
    setSteps(steps.map((step) => (step.id === id ? { ...step, ...more } : step)));
    preview.reset();
  };
  const result = preview.result;
  return (
    <div className="schedule">
      <table className="plain-table">
        <caption className="visually-hidden">Steps of the notice schedule</caption>
        <thead>
          <tr>
            <th scope="col">Notice</th>
            <th scope="col">Days</th>
            <th scope="col" className="wide">
              Counted from
            </th>
            <th scope="col">How it goes</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.id}>
              <td>
                <strong>{step.title}</strong>
              </td>
              <td>
                <input
                  className="input figures schedule__days"
                  aria-label={`Days of ${step.title}`}
                  aria-invalid={daysOf(step) === null || undefined}
                  inputMode="numeric"
                  value={step.days}
                  onChange={(event) => change(step.id, { days: event.target.value })}
                />
              </td>
              <td className="wide soft">{dayWords(step)}</td>
              <td>
                <select
                  className="input select"
                  aria-label={`How ${step.title} goes`}
                  value={step.channel}
                  onChange={(event) => change(step.id, { channel: channelOf(event.target.value) })}
                >
                  {NOTICE_CHANNELS.map((channel) => (
                    <option key={channel} value={channel}>
                      {CHANNEL_WORDS[channel]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong ? (
        <p className="field__error">Days are whole numbers from -1,100 to 1,100; below zero is before.</p>
      ) : null}
      {preview.error === null ? null : <ErrorBanner error={preview.error} />}
      {save.error === null ? null : <ErrorBanner error={toErrorShape(save.error)} />}
      {preview.running ? (
        <Working title="Working out who would get what" job={preview.job} onCancel={preview.cancel} />
      ) : (
        <div className="buttons">
          <Button
            look={result === null ? 'primary' : 'plain'}
            icon={Eye}
            disabled={!changed || wrong}
            onClick={() => void preview.start({ schedule: scheduleInput(steps), month: null })}
          >
            Show who would get what
          </Button>
          {result === null ? null : (
            <Button
              look="primary"
              busy={save.isPending}
              onClick={() =>
                save.mutate(scheduleInput(steps), {
                  onSuccess: () => sayDone('The schedule is saved. Runs prepared from now on follow it.'),
                })
              }
            >
              Save the schedule
            </Button>
          )}
          {changed ? (
            <Button
              look="quiet"
              onClick={() => {
                setSteps(stepDrafts(saved));
                preview.reset();
              }}
            >
              Put it back
            </Button>
          ) : null}
        </div>
      )}
      {result === null || !changed ? null : <SchedulePreviewList preview={result} />}
    </div>
  );
}

function channelOf(text: string): NoticeChannel {
  return NOTICE_CHANNELS.find((channel) => channel === text) ?? 'print-first';
}
