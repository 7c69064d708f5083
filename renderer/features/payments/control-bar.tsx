import { CircleCheck, Lock } from 'lucide-react';
import type { DepositView } from '../../../shared/domain/payments.ts';
import { Button } from '../../components/button.tsx';
import { agrees, centsWords, countWords, differenceWords } from './control-words.ts';

interface ControlBarProps {
  readonly deposit: DepositView;
  readonly closing: boolean;
  readonly onClose: () => void;
  readonly onChangeControl: () => void;
}

/** What was counted by hand against what was entered, always in sight. */
export function ControlBar({ deposit, closing, onClose, onChangeControl }: ControlBarProps) {
  const done = agrees(deposit);
  const share = deposit.controlCents === 0 ? 0 : Math.min(1, deposit.enteredCents / deposit.controlCents);
  return (
    <section className="control" aria-label="Control of the deposit">
      <dl className="control__sums">
        <div>
          <dt>Receipts</dt>
          <dd className="figures">{countWords(deposit)}</dd>
        </div>
        <div>
          <dt>Total</dt>
          <dd className="figures">{centsWords(deposit)}</dd>
        </div>
      </dl>
      <p role="status" className={`control__said ${done ? 'control__said--agrees' : ''}`}>
        {done ? <CircleCheck size={16} strokeWidth={1.75} aria-hidden /> : null}
        {differenceWords(deposit)}
      </p>
      <div className="control__bar" aria-hidden="true">
        <span
          className={done ? 'control__share control__share--agrees' : 'control__share'}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      <div className="buttons">
        <Button look="quiet" onClick={onChangeControl}>
          Count again…
        </Button>
        <Button look={done ? 'primary' : 'plain'} icon={Lock} busy={closing} onClick={onClose}>
          Close the deposit
        </Button>
      </div>
    </section>
  );
}
