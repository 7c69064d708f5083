import { Save } from 'lucide-react';
import { useState } from 'react';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone } from '../../components/toast.tsx';
import { LetterheadPreview } from './letterhead-preview.tsx';
import { LogoField } from './logo-field.tsx';
import { fieldsOf, type ProfileField, profileFaults, profileOf } from './profile-fields.ts';

/** Name, return address, contact and logo, with the letterhead as it will be printed beside them. */
export function ProfileForm({ saved }: { readonly saved: OfficeProfile }) {
  const [fields, setFields] = useState(() => fieldsOf(saved));
  const [logo, setLogo] = useState(saved.logo);
  const [pressed, setPressed] = useState(false);
  const save = useAct('office.saveProfile');
  const profile = profileOf(fields, logo, saved);
  const faults = pressed ? profileFaults(fields) : {};
  const unchanged = JSON.stringify(profile) === JSON.stringify(saved);

  const text = (field: ProfileField, label: string, more: object = {}) => (
    <TextField
      label={label}
      value={fields[field]}
      error={faults[field]}
      onChange={(event) => setFields({ ...fields, [field]: event.target.value })}
      {...more}
    />
  );

  return (
    <div className="profile">
      <form
        className="profile__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setPressed(true);
          if (Object.keys(profileFaults(fields)).length > 0) return focusFault(event.currentTarget);
          if (save.isPending) return;
          save.mutate(profile, {
            onSuccess: () => sayDone('Office profile saved. Runs prepared from now on carry it.'),
          });
        }}
      >
        {save.error === null ? null : <ErrorBanner error={toErrorShape(save.error)} />}
        {text('name', 'Name of the office', { maxLength: 120, autoComplete: 'off' })}
        <fieldset className="profile__group">
          <legend className="fieldset__legend">Return address</legend>
          {text('address1', 'Street or box', { maxLength: 120 })}
          {text('address2', 'Suite, floor', { maxLength: 120 })}
          <div className="profile__place">
            {text('city', 'City', { maxLength: 60 })}
            {text('state', 'State', { maxLength: 2 })}
            {text('zip', 'ZIP', { maxLength: 10, inputMode: 'numeric' })}
          </div>
        </fieldset>
        <fieldset className="profile__group">
          <legend className="fieldset__legend">Where members ask</legend>
          <div className="profile__pair">
            {text('phone', 'Phone', { maxLength: 40, type: 'tel' })}
            {text('email', 'E-mail', { maxLength: 120, type: 'email' })}
          </div>
          {text('website', 'Website', { maxLength: 120 })}
        </fieldset>
        <LogoField logo={logo} onChange={setLogo} />
        <div className="buttons">
          <Button type="submit" look="primary" icon={Save} busy={save.isPending} disabled={unchanged}>
            Save the office profile
          </Button>
          {unchanged ? null : (
            <Button
              look="quiet"
              onClick={() => {
                setFields(fieldsOf(saved));
                setLogo(saved.logo);
                setPressed(false);
              }}
            >
              Take the changes back
            </Button>
          )}
        </div>
      </form>
      <LetterheadPreview profile={profile} />
    </div>
  );
}

/** Puts the focus into the first field that has a fault, once it is marked. */
function focusFault(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
