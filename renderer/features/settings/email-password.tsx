import { KeyRound, PlugZap } from 'lucide-react';
import { useState } from 'react';
import type { MailSettings } from '../../../shared/domain/email.ts';
import { toErrorShape } from '../../../shared/ipc/errors.ts';
import { useAct } from '../../api/use-act.ts';
import { useAsk } from '../../api/use-ask.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ErrorBanner } from '../../components/notices.tsx';
import { Card } from '../../components/screen.tsx';
import { sayDone } from '../../components/toast.tsx';

/** The password, which this computer's keychain keeps, and a try of the server as it is saved. */
export function EmailPassword({ settings }: { readonly settings: MailSettings }) {
  const login = useAsk('email.login', undefined);
  const keep = useAct('email.keepPassword');
  const attempt = useJob('email.try');
  const [password, setPassword] = useState('');
  // What was found of one server says nothing of another that was saved since.
  const [tried, setTried] = useState<MailSettings | null>(null);
  const told = tried === settings;
  const kept = login.data?.kept ?? false;
  const change = (value: string | null, said: string) =>
    keep.mutate(
      { password: value },
      {
        onSuccess: () => {
          setPassword('');
          sayDone(said);
          void login.refetch();
        },
      },
    );
  return (
    <Card title="Login and try">
      <form
        className="email__login"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '' && !keep.isPending)
            change(password, 'The password is in this computer’s keychain.');
        }}
      >
        {settings.user === '' ? (
          <p className="soft">The server wants no login.</p>
        ) : (
          <>
            <p className="soft">
              {kept
                ? `This computer’s keychain has a password for ${settings.user}. It is in no file of the office.`
                : `There is no password for ${settings.user} yet. This computer’s keychain keeps it; it goes into no file of the office.`}
            </p>
            {keep.error === null ? null : <ErrorBanner error={toErrorShape(keep.error)} />}
            <TextField
              label={kept ? 'Another password' : 'Password'}
              type="password"
              autoComplete="off"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <div className="buttons">
              <Button type="submit" icon={KeyRound} busy={keep.isPending} disabled={password === ''}>
                Keep the password
              </Button>
              {kept ? (
                <Button look="quiet" onClick={() => change(null, 'The password is forgotten.')}>
                  Forget it
                </Button>
              ) : null}
            </div>
          </>
        )}
        {attempt.error === null || !told ? null : <ErrorBanner error={attempt.error} />}
        <div className="buttons">
          <Button
            icon={PlugZap}
            busy={attempt.running}
            onClick={() => {
              setTried(settings);
              void attempt.start({ settings, password: null });
            }}
          >
            Try the server
          </Button>
          <span role="status">
            {told && attempt.job?.state === 'done'
              ? 'The server answers and lets the office in. Nothing was sent.'
              : ''}
          </span>
        </div>
      </form>
    </Card>
  );
}
