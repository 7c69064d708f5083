import { type FormEvent, useState } from 'react';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { MemberField } from '../../app/lookup/member-field.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Select } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';

const FORM = 'badge-request-form';

/** Asks for the badge of a member's certification by hand. */
export function RequestDialog({ onClose }: { readonly onClose: () => void }) {
  const [memberNo, setMemberNo] = useState('');
  const [chosen, setChosen] = useState<CertificationCode | null>(null);
  const page = useAsk('members.page', { memberNo }, { enabled: memberNo !== '' });
  const request = useAct('badges.request');
  const held = page.data?.certifications.map(({ code }) => code) ?? [];
  const code = chosen ?? held[0] ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code === null || request.isPending) return;
    request.mutate(
      { memberNo, code, reason: null },
      {
        onSuccess: ({ name, step }) => {
          sayDone(`The ${code} badge of ${name} is asked for${step === 'held' ? ', but held' : ''}.`);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title="Ask for a badge"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={FORM} look="primary" busy={request.isPending} disabled={code === null}>
            {code === null ? 'Ask for the badge' : `Ask for the ${code} badge`}
          </Button>
        </>
      }
    >
      <form id={FORM} className="badge-form" onSubmit={submit}>
        {request.error === null ? null : <ErrorBanner error={toErrorShape(request.error)} />}
        {page.error === null ? null : <ErrorBanner error={page.error} />}
        <MemberField
          label="Member"
          autoFocusInDialog
          shown={page.data === undefined ? memberNo : `${page.data.name}, ${memberNo}`}
          onChoose={(number) => {
            setMemberNo(number);
            setChosen(null);
          }}
        />
        {page.data !== undefined && held.length === 0 ? (
          <p>No certification is recorded for this member.</p>
        ) : null}
        {code === null ? null : (
          <Select
            label="Certification"
            value={code}
            options={held.map((one) => ({ value: one, text: one }))}
            onChange={(event) => setChosen(held.find((one) => one === event.target.value) ?? null)}
          />
        )}
      </form>
    </Dialog>
  );
}
