import type { PostalAddress } from '../../shared/domain/notice.ts';
import { type Contact, changeContact, currentContact } from '../repositories/contact.ts';
import { refuseCardNumbers } from './card-numbers.ts';
import type { Office } from './office.ts';
import { memberUnknown } from './standing.ts';

export interface ContactChange extends Contact {
  readonly memberNo: string;
  readonly address: PostalAddress;
}

/**
 * Corrects how a member is reached; a changed postal address becomes the current one, and the earlier one stays in the history.
 * @throws StandingError `member-unknown`, `card-number`
 */
export async function saveContact(office: Office, change: ContactChange): Promise<void> {
  const current = await currentContact(office.reader, change.memberNo);
  if (current === null) throw memberUnknown(change.memberNo);
  const { address1, address2, city, state, zip } = change.address;
  refuseCardNumbers([change.email, change.phone, address1, address2, city, state, zip]);
  const { memberId, email, phone, mailOk, emailOk, address } = current;
  const before = { email, phone, mailOk, emailOk, address: address === null ? null : trimmed(address) };
  const after = {
    email: change.email.trim(),
    phone: change.phone.trim(),
    mailOk: change.mailOk,
    emailOk: change.emailOk,
    address: addressAfter(before.address, trimmed(change.address)),
  };
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const moved = JSON.stringify(before.address) === JSON.stringify(after.address) ? null : after.address;
  await office.act(async (write) => {
    const move = moved === null ? null : { address: moved, on: office.clock.today() };
    await changeContact(write, memberId, after, move);
    write.journal({
      action: 'member.contact-changed',
      subject: 'member',
      subjectId: change.memberNo,
      detail: { before, after },
    });
  });
}

/** Where there was no address, one of which nothing is written is none either. */
function addressAfter(before: PostalAddress | null, typed: PostalAddress): PostalAddress | null {
  const { address1, address2, city, state, zip } = typed;
  return before === null && [address1, address2, city, state, zip].every((part) => part === '')
    ? null
    : typed;
}

function trimmed({ address1, address2, city, state, zip, country }: PostalAddress): PostalAddress {
  return {
    address1: address1.trim(),
    address2: address2.trim(),
    city: city.trim(),
    state: state.trim(),
    zip: zip.trim(),
    country,
  };
}
