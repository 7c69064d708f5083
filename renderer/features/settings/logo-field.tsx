import { ImagePlus, Trash2 } from 'lucide-react';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { imageAddress } from './image-address.ts';

interface LogoFieldProps {
  /** PNG or JPEG bytes, base64; null where the office has none. */
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

/** The office's logo: what it looks like, another one, or none. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const choose = useAct('shell.chooseImage');
  return (
    <fieldset className="profile__group">
      <legend className="fieldset__legend">Logo</legend>
      {choose.error === null ? null : <ErrorBanner error={toErrorShape(choose.error)} />}
      <div className="logo">
        {logo === null ? (
          <p className="faint">None: the letters carry a seal with the office’s initials.</p>
        ) : (
          <span className="logo__paper">
            <img src={imageAddress(logo)} alt="The office’s logo" className="logo__image" />
          </span>
        )}
        <div className="buttons">
          <Button
            icon={ImagePlus}
            busy={choose.isPending}
            onClick={() =>
              choose.mutate(undefined, {
                onSuccess: (chosen) => {
                  if (chosen !== null) onChange(chosen.base64);
                },
              })
            }
          >
            {logo === null ? 'Choose a picture…' : 'Choose another…'}
          </Button>
          {logo === null ? null : (
            <Button look="quiet" icon={Trash2} onClick={() => onChange(null)}>
              Use no logo
            </Button>
          )}
        </div>
      </div>
      <p className="field__hint">PNG or JPEG, up to 1.4 MB; on paper it is 0.4 inches high.</p>
    </fieldset>
  );
}
