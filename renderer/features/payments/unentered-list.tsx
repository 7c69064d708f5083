import { CornerLeftUp } from 'lucide-react';
import { displayCents } from '../../../shared/util/money.ts';
import { isMac } from '../../api/bridge.ts';
import { displayKeys } from '../../app/keys.ts';
import { Button } from '../../components/button.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { amountCents } from './draft.ts';
import { forWhom } from './entries-list.tsx';
import { METHOD_WORDS } from './method-words.ts';
import type { Unentered } from './unentered.ts';

interface UnenteredListProps {
  readonly cheques: readonly Unentered[];
  /** null where the deposit takes nothing any more. */
  readonly onTakeUp: ((cheque: Unentered) => void) | null;
  readonly onLeave: (id: number) => void;
}

/** What was typed and not entered, with the reason: nothing of it is lost, and whoever types on is not interrupted. */
export function UnenteredList({ cheques, onTakeUp, onLeave }: UnenteredListProps) {
  if (cheques.length === 0) return null;
  return (
    <div role="alert">
      <ul className="unentered" aria-label="Not entered">
        {cheques.map((cheque, index) => (
          <li key={cheque.id} className="unentered__cheque">
            <p>
              <strong>Not entered:</strong> {forWhom(cheque.draft)} · {METHOD_WORDS[cheque.draft.method]}{' '}
              <span className="figures">{cheque.draft.reference}</span> ·{' '}
              <span className="figures">{displayCents(amountCents(cheque.draft) ?? 0)}</span>
              <br />
              <span className="soft">{cheque.why}</span>
            </p>
            <div className="buttons">
              {onTakeUp === null ? null : (
                <Button icon={CornerLeftUp} onClick={() => onTakeUp(cheque)}>
                  Take it up
                </Button>
              )}
              {onTakeUp === null || index > 0 ? null : <KeyHint keys={displayKeys('mod+e', isMac())} />}
              <Button look="quiet" onClick={() => onLeave(cheque.id)}>
                Leave it
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
