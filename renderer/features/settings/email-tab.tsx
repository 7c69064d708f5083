import { useAsk } from '../../api/use-ask.ts';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { EmailForm } from './email-form.tsx';
import { EmailPassword } from './email-password.tsx';

/** How the office sends e-mail, and the password for the mail server. */
export function EmailTab() {
  const settings = useAsk('email.settings', undefined);
  if (settings.error !== null)
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <Skeleton width="100%" height="320px" />;
  return (
    <div className="email">
      {/* What is saved comes back as new settings: the form then starts from that. */}
      <EmailForm key={JSON.stringify(settings.data)} saved={settings.data} />
      {settings.data.delivery === 'server' && settings.data.host !== '' ? (
        <EmailPassword settings={settings.data} />
      ) : null}
    </div>
  );
}
