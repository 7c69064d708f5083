import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { MemberPage } from '../../../../shared/domain/member-page.ts';
import type { PostalAddress } from '../../../../shared/domain/notice.ts';
import { useAct } from '../../../api/use-act.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Checkbox, TextField } from '../../../components/field.tsx';
import { ErrorBanner } from '../../../components/notices.tsx';
import { sayDone } from '../../../components/toast.tsx';
import { type ContactForm, contactErrors, contactForm } from './contact-form.ts';

interface ContactDialogProps {
  readonly page: MemberPage;
  readonly onClose: () => void;
}

/** Changes how a member is reached; the address before stays in the history. */
export function ContactDialog({ page, onClose }: ContactDialogProps) {
  // Until somebody types it follows the page, which may just be read anew.
  const [typed, setForm] = useState<ContactForm | null>(null);
  const form = typed ?? contactForm(page);
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const save = useAct('members.saveContact');
  const errors = contactErrors(form);
  const shown = tried ? errors : {};
  const id = useId();
  const setAddress = (change: Partial<PostalAddress>) =>
    setForm({ ...form, address: { ...form.address, ...change } });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(errors).length > 0 || save.isPending) return;
    save.mutate(
      { memberNo: page.memberNo, ...form },
      {
        onSuccess: (saved) => {
          client.setQueryData(['members.page', { memberNo: page.memberNo }], saved);
          sayDone('Contact saved.');
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={`Contact of ${page.name}`}
      onClose={onClose}
      dismissable={!save.isPending}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} busy={save.isPending}>
            Save contact
          </Button>
        </>
      }
    >
      <form id={id} className="contact-form" onSubmit={submit} noValidate>
        {save.error === null ? null : <ErrorBanner error={save.error} />}
        <TextField
          label="Phone"
          data-autofocus
          value={form.phone}
          onChange={(event) => setForm({ ...form, phone: event.target.value })}
        />
        <TextField
          label="E-mail"
          type="email"
          value={form.email}
          error={shown.email}
          onChange={(event) => setForm({ ...form, email: event.target.value.trim() })}
        />
        <TextField
          label="Street"
          value={form.address.address1}
          onChange={(event) => setAddress({ address1: event.target.value })}
        />
        <TextField
          label="Apartment, suite, building"
          value={form.address.address2}
          onChange={(event) => setAddress({ address2: event.target.value })}
        />
        <div className="contact-form__place">
          <TextField
            label="City"
            value={form.address.city}
            onChange={(event) => setAddress({ city: event.target.value })}
          />
          <TextField
            label="State"
            value={form.address.state}
            error={shown.state}
            onChange={(event) => setAddress({ state: event.target.value.toUpperCase() })}
          />
          <TextField
            label="ZIP"
            value={form.address.zip}
            error={shown.zip}
            onChange={(event) => setAddress({ zip: event.target.value.trim() })}
          />
          <TextField
            label="Country"
            value={form.address.country}
            error={shown.country}
            maxLength={2}
            onChange={(event) => setAddress({ country: event.target.value.toUpperCase() })}
          />
        </div>
        <div>
          <Checkbox
            label="Wants notices by mail"
            checked={form.mailOk}
            onChange={(event) => setForm({ ...form, mailOk: event.target.checked })}
          />
          <Checkbox
            label="Wants notices by e-mail"
            checked={form.emailOk}
            onChange={(event) => setForm({ ...form, emailOk: event.target.checked })}
          />
        </div>
      </form>
    </Dialog>
  );
}
