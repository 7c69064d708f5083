import { useAsk } from '../../../api/use-ask.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorBanner, Skeleton } from '../../../components/notices.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import '../member-page.css';

interface ContactOfMemberProps {
  readonly memberNo: string;
  readonly memberName: string;
  readonly onClose: () => void;
}

/** The contact of a member who is worked elsewhere than on the member page. */
export function ContactOfMember({ memberNo, memberName, onClose }: ContactOfMemberProps) {
  const page = useAsk('members.page', { memberNo });
  if (page.data !== undefined) return <ContactDialog page={page.data} onClose={onClose} />;
  return (
    <Dialog title={`Contact of ${memberName}`} onClose={onClose}>
      {page.error === null ? <Skeleton height="240px" /> : <ErrorBanner error={page.error} />}
    </Dialog>
  );
}
