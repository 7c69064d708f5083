import type { AttestationSlip, CycleToAttest } from '../../../shared/domain/attestations.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { Checkbox } from '../../components/field.tsx';
import { shortDate } from '../../components/short-date.ts';
import { ChangeLine } from './change-line.tsx';
import { Quote } from './verdicts.tsx';

interface SlipBoxesProps {
  readonly slip: AttestationSlip;
  readonly codes: ReadonlySet<CertificationCode>;
  readonly onTick: (codes: ReadonlySet<CertificationCode>) => void;
}

/** The boxes of a slip: which cycles it attests, what that changes, and why one cannot be attested. */
export function SlipBoxes({ slip, codes, onTick }: SlipBoxesProps) {
  return (
    <>
      {slip.cycles.map((cycle) => (
        <CycleBox
          key={cycle.code}
          cycle={cycle}
          ticked={codes.has(cycle.code)}
          onTick={(on) => onTick(withCode(codes, cycle.code, on))}
        />
      ))}
      <Quote sentence={slip.quoted} />
    </>
  );
}

interface CycleBoxProps {
  readonly cycle: CycleToAttest;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
}

function CycleBox({ cycle, ticked, onTick }: CycleBoxProps) {
  const { code, cycleStart, cycleEnd, counted, required, refusal, change, onSlip } = cycle;
  return (
    <div className="slips__cycle">
      <Checkbox
        label={
          <>
            <strong>{code}</strong>, cycle {shortDate(cycleStart)} to {shortDate(cycleEnd)}: {counted} of{' '}
            {required} points recorded
            {onSlip ? '' : ' (not on this slip)'}
          </>
        }
        checked={ticked}
        disabled={refusal !== null}
        onChange={(event) => onTick(event.target.checked)}
      />
      {refusal === null ? null : (
        <>
          <p className="points-not">{refusal.text}</p>
          <Quote sentence={refusal.quoted} />
        </>
      )}
      {refusal === null && ticked && change.changed ? <ChangeLine change={change} /> : null}
    </div>
  );
}

/** The one cycle that can be meant; which of several boxes are ticked only the slip tells. */
export function onlyBox({ cycles }: AttestationSlip): ReadonlySet<CertificationCode> {
  const open = cycles.filter(({ refusal, onSlip }) => refusal === null && onSlip);
  return new Set(open.length === 1 ? open.map(({ code }) => code) : []);
}

function withCode(
  codes: ReadonlySet<CertificationCode>,
  code: CertificationCode,
  on: boolean,
): ReadonlySet<CertificationCode> {
  const next = new Set(codes);
  if (on) next.add(code);
  else next.delete(code);
  return next;
}
