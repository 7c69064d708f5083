import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cancelJob, dismissJob, type Job, type JobChannel } from '../../api/jobs.ts';
import { useJobs } from '../../api/use-job.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { ProgressBar } from '../../components/progress.tsx';
import { progressWords, secondsLeft, timeLeftWords } from '../../components/progress-words.ts';
import { Link, usePlace } from '../navigation.tsx';
import { formatPlace } from '../place.ts';
import { JOB_WORDS } from './job-words.ts';
import './job-strip.css';

/** Long work at the bottom of the window: what, how far, how long still, Cancel; when done one line with a link to the result. */
export function JobStrip() {
  const all = useJobs();
  const { path, query } = usePlace();
  const here = formatPlace(path, query);
  const jobs = all.filter((job) => leavesLine(job, all, here));
  return (
    <section className="job-strip" aria-label="Long work" hidden={jobs.length === 0}>
      {jobs.map((job) =>
        job.state === 'running' ? <RunningJob key={job.id} job={job} /> : <EndedJob key={job.id} job={job} />,
      )}
    </section>
  );
}

function RunningJob({ job }: { readonly job: Job }) {
  const elapsed = useElapsed(job.startedAt);
  const title = words(job).running;
  const left = timeLeftWords(secondsLeft(job.progress, elapsed));
  return (
    <div className="job">
      <ProgressBar label={title} progress={job.progress} />
      <div className="job__line">
        <strong className="job__title">{title}</strong>
        <span className="job__doing">{job.progress?.doing}</span>
        <span className="soft figures">{progressWords(job.progress)}</span>
        <span className="faint figures">{left}</span>
        <Button
          look="quiet"
          className="job__end"
          busy={job.cancelling}
          disabled={job.progress?.cancellable === false}
          onClick={() => void cancelJob(job.id)}
        >
          {job.cancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      </div>
    </div>
  );
}

function EndedJob({ job }: { readonly job: Job }) {
  const said = job.state === 'done' ? words(job).done(job.result, job.input) : null;
  const failed = job.state === 'failed';
  const text =
    said?.text ??
    (failed
      ? `${words(job).running}: ${job.error?.message ?? ''} ${job.error?.fix ?? ''}`
      : `${words(job).running}: cancelled, nothing was left half done.`);
  return (
    <div className={`job job--${job.state}`}>
      <div className="job__line" role={failed ? 'alert' : 'status'}>
        {failed ? <CircleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
        <span className="job__text">{text}</span>
        {said?.to === null || said === null ? null : (
          <Link to={said.to} onClick={() => dismissJob(job.id)}>
            Show
          </Link>
        )}
        <IconButton
          icon={X}
          label="Close this line"
          className="job__end"
          onClick={() => dismissJob(job.id)}
        />
      </div>
    </div>
  );
}

function words(job: Job) {
  // Only channels of place `job` send job events.
  return JOB_WORDS[job.channel as JobChannel];
}

function useElapsed(since: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now - since;
}

/** All but work whose own screen, which is open, says how it ended; of work that was done again only the last. */
function leavesLine(job: Job, all: readonly Job[], here: string): boolean {
  if (job.state === 'running') return true;
  if (all.findLast((one) => one.channel === job.channel) !== job) return false;
  if (job.state !== 'done') return true;
  const said = words(job).done(job.result, job.input);
  if (said === null) return false;
  return said.to === null || (here !== said.to && !here.startsWith(`${said.to}&`));
}
