import { stopEmail } from '../../repositories/email.ts';
import type { Office } from '../office.ts';
import { onlyMember } from './bounces.ts';

/**
 * Respects that a member wants no e-mail any more; notices go by post.
 * @param who a member number, or the address
 * @returns the member's number, and whether anything changed
 * @throws StandingError `member-unknown`, `address-shared`
 */
export async function unsubscribe(
  office: Office,
  who: string,
): Promise<{ readonly memberNo: string; readonly changed: boolean }> {
  const { memberId, memberNo, emailOk } = await onlyMember(office, who);
  if (!emailOk) return { memberNo, changed: false };
  await office.act(async (write) => {
    await stopEmail(write, memberId);
    write.journal({
      action: 'email.unsubscribed',
      subject: 'member',
      subjectId: memberNo,
      detail: { before: { emailOk: true }, after: { emailOk: false } },
    });
  });
  return { memberNo, changed: true };
}
