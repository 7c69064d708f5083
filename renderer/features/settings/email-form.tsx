import { Save } from 'lucide-react';
import { useState } from 'react';
import type { MailSecurity, MailSettings } from '../../../shared/domain/email.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Select, TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { Choice } from './choice.tsx';
import { EmailAuthority } from './email-authority.tsx';
import {
  type EmailFault,
  emailFaults,
  emailFieldsOf,
  mailSettingsOf,
  portFor,
  SECURITIES,
} from './email-fields.ts';

/** Server or folder, the sender, the pace, and how someone stops it. */
export function EmailForm({ saved }: { readonly saved: MailSettings }) {
  const [fields, setFields] = useState(() => emailFieldsOf(saved));
  const [pressed, setPressed] = useState(false);
  const save = useAct('email.saveSettings');
  const settings = mailSettingsOf(fields, saved);
  const faults = pressed ? emailFaults(fields) : {};
  const text = (field: EmailFault | 'user', label: string, more: object = {}) => (
    <TextField
      label={label}
      value={fields[field]}
      error={field === 'user' ? undefined : faults[field]}
      autoComplete="off"
      onChange={(event) => setFields({ ...fields, [field]: event.target.value })}
      {...more}
    />
  );
  const unchanged =
    JSON.stringify(settings) === JSON.stringify(saved) && Object.keys(emailFaults(fields)).length === 0;
  return (
    <form
      className="profile__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setPressed(true);
        if (Object.keys(emailFaults(fields)).length > 0) return focusFault(event.currentTarget);
        if (!save.isPending) save.mutate(settings, { onSuccess: () => sayDone('E-mail settings saved.') });
      }}
    >
      {save.error === null ? null : <ErrorBanner error={toErrorShape(save.error)} />}
      <Choice
        label="E-mails go out"
        name="delivery"
        chosen={fields.delivery}
        options={[
          { value: 'server', text: 'Through a mail server' },
          { value: 'folder', text: 'Into a folder', about: 'as .eml files that a mail program sends' },
        ]}
        onChoose={(delivery) => setFields({ ...fields, delivery })}
      />
      {fields.delivery === 'folder' ? null : (
        <fieldset className="profile__group">
          <legend className="fieldset__legend">Mail server</legend>
          <div className="email__server">
            {text('host', 'Server', { placeholder: 'mail.example.org', spellCheck: false })}
            {text('port', 'Port', { inputMode: 'numeric' })}
          </div>
          <Select
            label="Connection"
            value={fields.security}
            options={SECURITIES}
            onChange={(event) => {
              // The options are exactly the kinds there are.
              const security = event.target.value as MailSecurity;
              setFields({ ...fields, security, port: portFor(security, fields.port) });
            }}
          />
          <div className="profile__pair">
            {text('user', 'User name', { hint: 'Empty where the server wants no login.', spellCheck: false })}
            {text('perMinute', 'Messages a minute', { inputMode: 'numeric', hint: 'At most so many.' })}
          </div>
          <EmailAuthority
            authority={fields.authority}
            onChange={(authority) => setFields({ ...fields, authority })}
          />
        </fieldset>
      )}
      <fieldset className="profile__group">
        <legend className="fieldset__legend">Addresses</legend>
        <div className="profile__pair">
          {text('from', 'From', { type: 'email' })}
          {text('replyTo', 'Answers go to', { type: 'email', hint: 'Empty: to the sender.' })}
        </div>
        <div className="profile__pair">
          {text('unsubscribe', 'To stop e-mails, write to', { type: 'email', hint: 'Empty: to the sender.' })}
          {text('unsubscribeUrl', 'Page to stop e-mails', {
            type: 'url',
            hint: 'Only if the office has one.',
          })}
        </div>
      </fieldset>
      <div className="buttons">
        <Button type="submit" look="primary" icon={Save} busy={save.isPending} disabled={unchanged}>
          Save the e-mail settings
        </Button>
        {unchanged ? null : (
          <Button
            look="quiet"
            onClick={() => {
              setFields(emailFieldsOf(saved));
              setPressed(false);
            }}
          >
            Take the changes back
          </Button>
        )}
      </div>
    </form>
  );
}

/** Puts the focus into the first field that has a fault, once it is marked. */
function focusFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
