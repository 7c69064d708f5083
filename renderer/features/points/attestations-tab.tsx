import { CornerDownLeft } from 'lucide-react';
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { ask } from '../../api/ask.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { type Meant, WhoField } from '../../app/lookup/who-field.tsx';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { RecordedSlips } from './recorded-slips.tsx';
import { onlyBox, SlipBoxes } from './slip-boxes.tsx';
import './points.css';

/** Whose slip it is: what was scanned or typed, and the member that it means. */
interface Scanned {
  readonly text: string;
  readonly memberNo: string;
}

/** Signed attestation slips, one after the other: scan, look at the day, Enter. */
export function AttestationsTab() {
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const [scanned, setScanned] = useState<Scanned | null>(null);
  const [signed, setSigned] = useState<string | null>(null);
  const whoField = useRef<HTMLInputElement>(null);
  const dayField = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => whoField.current?.focus(), []);
  const attestedOn = signed ?? today;

  const scan = async (text: string): Promise<Meant<Scanned>> => {
    const day = isCalendarDate(attestedOn) ? attestedOn : today;
    const { slip, message } = await ask('attestations.recognise', { text, attestedOn: day });
    return { found: slip === null ? null : { text, memberNo: slip.memberNo }, message };
  };
  const onScanned = (found: Scanned) => {
    flushSync(() => setScanned(found));
    dayField.current?.focus();
  };
  const startAnew = () => {
    flushSync(() => setScanned(null));
    whoField.current?.focus();
  };
  return (
    <div className="slips">
      <div className="slips__form">
        <div className="slips__row">
          <WhoField
            ref={whoField}
            label="Slip"
            hint="Scan its code, or type the member’s number or name"
            recognise={scan}
            onMember={onScanned}
            onEmpty={() => dayField.current?.focus()}
          />
          <TextField
            ref={dayField}
            form={FORM}
            label="Signed on"
            type="date"
            max={today}
            value={attestedOn}
            onChange={(event) => setSigned(event.target.value)}
          />
        </div>
        {scanned === null || !isCalendarDate(attestedOn) ? (
          <p className="soft">
            A member attests the points of a cycle by the end of it. An audit may ask for proof later.
          </p>
        ) : (
          <SlipForm key={scanned.text} scanned={scanned} attestedOn={attestedOn} onDone={startAnew} />
        )}
      </div>
      <RecordedSlips />
    </div>
  );
}

const FORM = 'slip-form';

interface SlipFormProps {
  readonly scanned: Scanned;
  readonly attestedOn: string;
  readonly onDone: () => void;
}

/** The boxes of one slip: which cycles it attests, what that changes, and why one cannot be attested. */
function SlipForm({ scanned, attestedOn, onDone }: SlipFormProps) {
  const read = useAsk('attestations.recognise', { text: scanned.text, attestedOn }, { keepPrevious: true });
  const record = useAct('attestations.record');
  const [ticked, setTicked] = useState<ReadonlySet<CertificationCode> | null>(null);
  const slip = read.data?.slip ?? null;
  if (slip === null) return null;
  const codes = ticked ?? onlyBox(slip);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (record.isPending) return;
    const of = slip.slip === null ? { memberNo: slip.memberNo } : { code: scanned.text };
    record.mutate(
      { of, codes: [...codes], attestedOn },
      {
        onSuccess: (made) => {
          sayDone(`${slip.memberName}: ${made.map(({ code }) => code).join(', ')} attested.`);
          onDone();
        },
      },
    );
  };
  return (
    <form id={FORM} className="points-form" aria-label="Attestation slip" onSubmit={submit}>
      <p>
        <strong>{slip.memberName}</strong> <span className="figures soft">{slip.memberNo}</span>
        {slip.slip === null ? null : (
          <span className="soft">
            {' '}
            · sheet {slip.slip.sheet} of run {slip.slip.run}
          </span>
        )}
      </p>
      {record.error === null ? null : <ErrorBanner error={toErrorShape(record.error)} />}
      <SlipBoxes slip={slip} codes={codes} onTick={setTicked} />
      <div className="buttons">
        <Button type="submit" look="primary" icon={CornerDownLeft} busy={record.isPending}>
          {codes.size === 0 ? 'Record the slip' : `Record: ${[...codes].join(', ')} attested`}
        </Button>
        <Button onClick={onDone}>Another slip</Button>
      </div>
    </form>
  );
}
