import type { FormEvent } from 'react';
import type { WayFound } from '../../../shared/domain/kept-eligibility.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { WayTold } from './way-told.tsx';

interface UseWayDialogProps {
  readonly view: ApplicationView;
  readonly way: WayFound;
  readonly onClose: () => void;
}

const FORM = 'way-form';

/** What the assistant found goes on the application's form: shown whole before it is kept. */
export function UseWayDialog({ view, way, onClose }: UseWayDialogProps) {
  const keep = useAct('recertification.keepEligibility');
  const { application, memberNo, code, eligibility } = view;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (keep.isPending) return;
    keep.mutate(
      { application, ...way },
      {
        onSuccess: (kept) => {
          sayDone(`Kept with application ${application}: ${kept.eligibility?.title ?? ''}.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Eligible for the exam: ${view.memberName}, ${code}`}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" data-autofocus busy={keep.isPending}>
            Keep with the application
          </Button>
        </>
      }
    >
      <form id={FORM} className="recert-form" onSubmit={submit}>
        {keep.error === null ? null : <ErrorBanner error={toErrorShape(keep.error)} />}
        {eligibility === null ? null : (
          <p className="soft">
            It takes the place of “{eligibility.title}”; documents that came already stay noted.
          </p>
        )}
        <WayTold memberNo={memberNo} code={code} way={way} />
      </form>
    </Dialog>
  );
}
