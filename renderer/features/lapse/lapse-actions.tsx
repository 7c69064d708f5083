import { RotateCcw, Undo2 } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { WorkKey } from '../../components/worklist/work-key.tsx';
import type { ListActions } from '../../components/worklist/work-panel.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

/** Enters an application for recertification. */
export type StartForm = ComponentType<{
  /** `700412:RMA` */
  readonly asked: string;
  readonly way: null;
  readonly today: string;
  readonly onClose: () => void;
  readonly onStarted: (words: string) => void;
}>;

interface LapseActionsProps extends ListActions {
  readonly code: CertificationCode;
  readonly Start: StartForm;
}

/** The two ways out of a lapse: recertification, or a correction of what was wrong about it. */
export function LapseActions({ found, onSaved, code, Start }: LapseActionsProps) {
  const { memberNo, memberName, row } = found;
  const today = useAsk('office.state', undefined).data?.today;
  const [open, setOpen] = useState<'start' | 'reverse' | null>(null);
  const close = () => setOpen(null);
  const applied = row?.lapse?.appliedOn ?? null;
  useKeys('Lapse', [
    { keys: 'r', does: 'Start recertification', run: () => setOpen('start') },
    { keys: 'v', does: 'Reverse the lapse', run: () => setOpen('reverse') },
  ]);
  return (
    <>
      {applied === null ? (
        <Button icon={RotateCcw} aria-keyshortcuts="r" onClick={() => setOpen('start')}>
          Recertify…
          <WorkKey of="r" />
        </Button>
      ) : (
        <Link
          to={`/members/${encodeURIComponent(memberNo)}?tab=applications`}
          className="button button--plain"
        >
          <span>Its application</span>
        </Link>
      )}
      <Button icon={Undo2} aria-keyshortcuts="v" onClick={() => setOpen('reverse')}>
        Reverse the lapse…
        <WorkKey of="v" />
      </Button>
      {open === 'start' && today !== undefined ? (
        <Start asked={`${memberNo}:${code}`} way={null} today={today} onClose={close} onStarted={onSaved} />
      ) : null}
      {open === 'reverse' ? (
        <ReverseDialog
          memberNo={memberNo}
          memberName={memberName}
          code={code}
          onClose={close}
          onSaved={onSaved}
        />
      ) : null}
    </>
  );
}
