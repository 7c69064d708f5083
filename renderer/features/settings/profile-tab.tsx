import { useAsk } from '../../api/use-ask.ts';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { FelonyReadersField } from './felony-readers-field.tsx';
import { ManagersField } from './managers-field.tsx';
import { ProfileForm } from './profile-form.tsx';

/** The office as it appears on paper. */
export function ProfileTab() {
  const profile = useAsk('office.profile', undefined);
  if (profile.error !== null)
    return <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />;
  if (profile.data === undefined) return <Skeleton width="100%" height="320px" />;
  // What is saved comes back as a new profile: the form then starts from that.
  return (
    <>
      <ProfileForm key={JSON.stringify(profile.data)} saved={profile.data} />
      <ManagersField />
      <FelonyReadersField />
    </>
  );
}
