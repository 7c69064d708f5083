import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { MemberFees, VoidedYear } from '../../../shared/domain/fees.ts';
import type { MoneyRows } from '../../../shared/domain/payments.ts';
import { voidedList } from '../../repositories/ledger-fees.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { memberFees } from './member-fees.ts';

/** The fees of a member with all that happened to them. @throws StandingError `member-unknown` */
export async function feesOfMember(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  memberNo: string,
  asOf: CalendarDate,
): Promise<MemberFees> {
  return memberFees(view.reader, await officePolicy(view), memberNo, asOf);
}

/** Years whose invoice was withdrawn, the last one first. */
export function listVoided(
  { reader }: Pick<OfficeView, 'reader'>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<MoneyRows<VoidedYear>> {
  return voidedList(reader, offset, limit);
}
