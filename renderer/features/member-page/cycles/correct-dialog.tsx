import { type FormEvent, useMemo, useState } from 'react';
import type { CertificationCycles } from '../../../../shared/domain/cycles.ts';
import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import { useAct } from '../../../api/use-act.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Select, TextField } from '../../../components/field.tsx';
import { Banner, ErrorBanner } from '../../../components/notices.tsx';
import { StandingPreview } from '../../../components/standing-preview/standing-preview.tsx';
import { sayDone } from '../../../components/toast.tsx';
import { changeOf, correctables } from './correction-draft.ts';

const FORM = 'correct-form';

interface CorrectDialogProps {
  readonly page: MemberPage;
  readonly certification: CertificationCycles;
  readonly onClose: () => void;
}

/** Corrects a date; what that changes in each standing and cycle is shown before it is saved. */
export function CorrectDialog({ page, certification, onClose }: CorrectDialogProps) {
  const { memberNo } = page;
  const { code } = certification;
  const choices = useMemo(() => correctables(page, certification), [page, certification]);
  const [id, setId] = useState(choices[0]?.id ?? '');
  const chosen = choices.find((one) => one.id === id);
  const [typed, setTyped] = useState({ date: chosen?.date ?? '', lastDay: chosen?.lastDay ?? '' });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const correct = useAct('cycles.correct');
  const change = chosen === undefined ? null : changeOf(chosen, code, typed);
  const payment = chosen?.kind === 'payment-undone';
  const choose = (next: string) => {
    const one = choices.find((choice) => choice.id === next);
    setId(next);
    setTyped({ date: one?.date ?? '', lastDay: one?.lastDay ?? '' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (change === null || payment || reason.trim() === '' || correct.isPending) return;
    correct.mutate(
      { memberNo, change, reason: reason.trim() },
      {
        onSuccess: () => {
          sayDone('Corrected; the standings are judged anew.');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={`Correct a date: ${page.name}, ${code}`}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {payment ? null : (
            <Button type="submit" form={FORM} look="primary" busy={correct.isPending}>
              Save the correction
            </Button>
          )}
        </>
      }
    >
      <form id={FORM} className="dialog__form" onSubmit={submit}>
        {correct.error === null ? null : <ErrorBanner error={correct.error} />}
        <Select
          label="What is wrong"
          data-autofocus
          value={id}
          options={choices.map((one) => ({ value: one.id, text: one.text }))}
          onChange={(event) => choose(event.target.value)}
        />
        {payment ? (
          <Banner kind="info">
            A payment’s date decides nothing and is the ledger’s: reverse the payment under Fees and enter it
            again with the right date. Until then its fee would be unpaid:
          </Banner>
        ) : (
          <TextField
            label={chosen?.kind === 'employed' ? 'First day' : 'Right date'}
            type="date"
            value={typed.date}
            error={tried && change === null ? 'Type the right date, another than is on record.' : undefined}
            onChange={(event) => setTyped({ ...typed, date: event.target.value })}
          />
        )}
        {chosen?.lastDay === null || chosen === undefined ? null : (
          <TextField
            label="Last day"
            type="date"
            hint="Empty while the employment goes on."
            value={typed.lastDay}
            onChange={(event) => setTyped({ ...typed, lastDay: event.target.value })}
          />
        )}
        <StandingPreview memberNo={memberNo} change={change} />
        {payment ? null : (
          <TextField
            label="Reason"
            value={reason}
            error={tried && reason.trim() === '' ? 'Say why, for the record.' : undefined}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
