import { hasCardNumber } from '../../shared/domain/card-number.ts';
import type { PostalAddress } from '../../shared/domain/notice.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { type Contact, moveTo, refreshMember, updateContact } from '../repositories/contact.ts';
import { memberIdOf } from '../repositories/facts.ts';
import { addressesOf, memberById } from '../repositories/member-page.ts';
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
  const id = await memberIdOf(office.reader, change.memberNo);
  if (id === null) throw memberUnknown(change.memberNo);
  refuseCardNumbers(change);
  const before = await contactOf(office, id);
  const after = {
    email: change.email.trim(),
    phone: change.phone.trim(),
    mailOk: change.mailOk,
    emailOk: change.emailOk,
    address: trimmed(change.address),
  };
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    await office.act(async (write) => {
      await updateContact(write, id, after);
      if (JSON.stringify(before.address) !== JSON.stringify(after.address))
        await moveTo(write, id, after.address, office.clock.today());
      refreshMember(write, id);
      write.journal({
        action: 'member.contact-changed',
        subject: 'member',
        subjectId: change.memberNo,
        detail: { before, after },
      });
    });
  }
}

async function contactOf(office: Office, id: number) {
  const member = await memberById(office.reader, id);
  const current = (await addressesOf(office.reader, id)).find(({ validTo }) => validTo === null);
  return {
    email: member.email,
    phone: member.phone,
    mailOk: member.mail_ok === 1,
    emailOk: member.email_ok === 1,
    address: current === undefined ? null : trimmed(current),
  };
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

function refuseCardNumbers({ email, phone, address }: ContactChange): void {
  const { address1, address2, city } = address;
  if (![email, phone, address1, address2, city].some(hasCardNumber)) return;
  throw new StandingError(
    'card-number',
    'One of the fields looks like a card number, which is stored nowhere.',
    'Take the number out.',
  );
}
