import { ImagePlus, Signature, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Signature as Signed } from '../../../shared/domain/stationery.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { sayDone, sayError } from '../../components/toast.tsx';

/** Who signs the letters, and the way to change it. */
export function SignatureCard() {
  const view = useAsk('stationery.view', undefined);
  const [editing, setEditing] = useState(false);
  if (view.data === undefined) return null;
  const { signature } = view.data.stationery;
  return (
    <div className="signature">
      <span className="field__label">Signed by</span>
      <span>{signature === null ? 'nobody' : signature.name}</span>
      <Button icon={Signature} onClick={() => setEditing(true)}>
        {signature === null ? 'Add a signature…' : 'Change…'}
      </Button>
      {editing ? <SignatureDialog saved={signature} onClose={() => setEditing(false)} /> : null}
    </div>
  );
}

interface SignatureDialogProps {
  readonly saved: Signed | null;
  readonly onClose: () => void;
}

function SignatureDialog({ saved, onClose }: SignatureDialogProps) {
  const [name, setName] = useState(saved?.name ?? '');
  const [title, setTitle] = useState(saved?.title ?? '');
  const [image, setImage] = useState(saved?.image ?? null);
  const [tried, setTried] = useState(false);
  const choose = useAct('shell.chooseImage');
  const save = useAct('stationery.saveSignature');
  const missing = name.trim() === '';
  const keep = (signature: Signed | null) =>
    save.mutate(
      { signature },
      {
        onSuccess: () => {
          sayDone(
            signature === null
              ? 'Letters are not signed any more.'
              : `Letters are signed by ${signature.name}.`,
          );
          onClose();
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing && !save.isPending) keep({ name, title, image });
  };
  return (
    <Dialog
      title="Signature under the letters"
      onClose={onClose}
      footer={
        <>
          {saved === null ? null : (
            <Button icon={Trash2} onClick={() => keep(null)}>
              Sign no letters
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="signature-form" busy={save.isPending}>
            Save the signature
          </Button>
        </>
      }
    >
      <form id="signature-form" className="signature__form" onSubmit={submit}>
        {save.error === null ? null : <ErrorBanner error={save.error} />}
        <TextField
          label="Name"
          data-autofocus
          value={name}
          maxLength={80}
          error={tried && missing ? 'Type the name of who signs.' : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label="Title"
          value={title}
          maxLength={80}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="signature__image">
          {image === null ? (
            <p className="faint">No picture of the signature: the name stands alone.</p>
          ) : (
            <img src={addressOf(image)} alt="The signature" className="signature__picture" />
          )}
          <div className="buttons">
            <Button
              icon={ImagePlus}
              busy={choose.isPending}
              onClick={() =>
                choose.mutate(undefined, {
                  onSuccess: (chosen) => {
                    if (chosen !== null) setImage(chosen.base64);
                  },
                  onError: sayError,
                })
              }
            >
              {image === null ? 'Choose a picture…' : 'Choose another…'}
            </Button>
            {image === null ? null : (
              <Button look="quiet" onClick={() => setImage(null)}>
                Use no picture
              </Button>
            )}
          </div>
        </div>
        <p className="field__hint">PNG or JPEG, up to 1.4 MB; on paper it is 0.4 inches high.</p>
      </form>
    </Dialog>
  );
}

function addressOf(base64: string): string {
  return `data:image/${base64.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${base64}`;
}
