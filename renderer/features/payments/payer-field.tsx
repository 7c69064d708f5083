import type { Ref } from 'react';
import type { PayingMember } from '../../../shared/domain/payments.ts';
import { ask } from '../../api/ask.ts';
import { type Meant, WhoField } from '../../app/lookup/who-field.tsx';

interface PayerFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly ref: Ref<HTMLInputElement>;
  /** A member was recognised. */
  readonly onMember: (member: PayingMember) => void;
  /** Enter in the empty field. */
  readonly onEmpty: () => void;
  /** A dialog's first field. */
  readonly autoFocusInDialog?: boolean;
  /** The number of the member who is taken at once; empty = nobody. */
  readonly wanted?: string;
}

/** Whose cheque it is, with what is owed: a scanned stub, a member number, or a name. */
export function PayerField(props: PayerFieldProps) {
  return <WhoField {...props} recognise={payer} />;
}

async function payer(text: string): Promise<Meant<PayingMember>> {
  const { candidates, message } = await ask('payments.recognise', { text });
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { found: only, message };
  return {
    found: null,
    message:
      message ?? (candidates.length === 0 ? null : 'Several members are meant: choose one from the list.'),
  };
}
