import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AskedOf } from '../../api/asked.ts';
import { type JobHandle, useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Working } from '../../components/working.tsx';
import { TrialResult } from './trial-result.tsx';

type TrialInput = AskedOf<'whatIf.run'>;

/** A trial that is the one before a decision: shown only while it is of what stands in the form. */
export interface Preview {
  readonly job: JobHandle<'whatIf.run'>;
  /** Whether what would change by this very decision is in sight. */
  readonly seen: boolean;
  run(): void;
}

/** @param input what the form says now; null while it says nothing that could be tried */
export function usePreview(input: TrialInput | null): Preview {
  const job = useJob('whatIf.run');
  const key = JSON.stringify(input);
  const current = job.job !== null && JSON.stringify(job.job.input) === key;
  return {
    job,
    seen: current && job.result !== null,
    run: () => {
      if (input !== null && !job.running) void job.start(input);
    },
  };
}

interface PreviewedProps {
  readonly preview: Preview;
  /** Said while nothing was tried yet. */
  readonly children?: ReactNode;
}

/** What would change by a decision, before it is made. */
export function Previewed({ preview, children }: PreviewedProps) {
  const { job, seen } = preview;
  return (
    <>
      {job.error === null ? null : <ErrorBanner error={job.error} />}
      {job.running ? (
        <Working title="Working out what would change" job={job.job} onCancel={job.cancel} />
      ) : seen && job.result !== null && job.job !== null ? (
        <TrialResult key={job.job.id} trial={job.job.id} report={job.result} folded />
      ) : (
        children
      )}
    </>
  );
}

interface PreviewButtonProps {
  readonly preview: Preview;
  /** The id of the form that it sends. */
  readonly form: string;
}

/** Comes before the button that decides. */
export function PreviewButton({ preview, form }: PreviewButtonProps) {
  return (
    <Button type="submit" form={form} look="primary" icon={Eye} busy={preview.job.running}>
      See what would change
    </Button>
  );
}
