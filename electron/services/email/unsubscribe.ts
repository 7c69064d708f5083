import { StandingError } from '../../../shared/ipc/errors.ts';
import { membersByEmail, stopEmail } from '../../repositories/email.ts';
import type { Office } from '../office.ts';

/**
 * Respects that someone wants no e-mail any more; notices go by post.
 * @param who a member number, or an address: then all members who have it
 * @returns the members' numbers, and how many of them were e-mailed until now
 * @throws StandingError `member-unknown`
 */
export async function unsubscribe(
  office: Office,
  who: string,
): Promise<{ readonly memberNos: readonly string[]; readonly changed: number }> {
  const members = await membersByEmail(office.reader, who);
  if (members.length === 0)
    throw new StandingError(
      'member-unknown',
      `No member has the ${who.includes('@') ? 'e-mail address' : 'number'} ${who}.`,
      'Look the member up and use the number.',
    );
  const open = members.filter(({ emailOk }) => emailOk);
  if (open.length > 0)
    await office.act(async (write) => {
      for (const { memberId, memberNo } of open) {
        await stopEmail(write, memberId);
        write.journal({
          action: 'email.unsubscribed',
          subject: 'member',
          subjectId: memberNo,
          detail: { before: { emailOk: true }, after: { emailOk: false } },
        });
      }
    });
  return { memberNos: members.map(({ memberNo }) => memberNo), changed: open.length };
}
