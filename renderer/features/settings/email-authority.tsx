import { useAct } from '../../api/use-act.ts';
import { Button } from '../../components/button.tsx';
import { sayError } from '../../components/toast.tsx';

interface EmailAuthorityProps {
  /** PEM; null = only the well-known ones. */
  readonly authority: string | null;
  readonly onChange: (authority: string | null) => void;
}

/** An authority of the organization's own whose certificates the office trusts. */
export function EmailAuthority({ authority, onChange }: EmailAuthorityProps) {
  const choose = useAct('email.choose');
  return (
    <div className="field">
      <span className="field__label">Certificates</span>
      <div className="buttons">
        <span>
          {authority === null
            ? 'The well-known authorities are trusted.'
            : 'An authority of your own is trusted too.'}
        </span>
        <Button
          busy={choose.isPending}
          onClick={() =>
            choose.mutate(
              { what: 'authority' },
              {
                onSuccess: (chosen) => {
                  if (chosen !== null) onChange(chosen.text);
                },
                onError: sayError,
              },
            )
          }
        >
          {authority === null ? 'Add your own authority…' : 'Choose another…'}
        </Button>
        {authority === null ? null : (
          <Button look="quiet" onClick={() => onChange(null)}>
            Take it out
          </Button>
        )}
      </div>
    </div>
  );
}
