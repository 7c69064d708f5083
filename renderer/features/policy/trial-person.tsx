import type { TrialRow } from '../../../shared/domain/what-if.ts';
import { navigate } from '../../app/navigation.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { StatusMark } from '../../components/status.tsx';
import { PART_WORDS } from './trial-words.ts';

interface TrialPersonProps {
  readonly row: TrialRow;
  readonly onClose: () => void;
}

/** One certification that would stand otherwise: what decides now, what would decide, in whole sentences. */
export function TrialPerson({ row, onClose }: TrialPersonProps) {
  const { memberNo, memberName, code, from, to, parts, before, after } = row;
  return (
    <Dialog
      title={`${memberName}, ${code}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => navigate(`/members/${encodeURIComponent(memberNo)}`)}>
            Open the member
          </Button>
          <Button look="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <dl className="trial-person">
        <dt>Now</dt>
        <dd>
          <StatusMark status={from} />
          <p className="selectable">{before}</p>
        </dd>
        <dt>Then</dt>
        <dd>
          <StatusMark status={to} />
          <p className="selectable">{after}</p>
        </dd>
        <dt>Differs in</dt>
        <dd>{parts.map((part) => PART_WORDS[part]).join(', ')}</dd>
      </dl>
    </Dialog>
  );
}
