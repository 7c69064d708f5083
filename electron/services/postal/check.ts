import type { AddressFinding } from '../../../shared/domain/postal.ts';
import { checkAddress } from '../../printing/address/check-address.ts';
import { addressesOfRun, addressOfMember, type MemberAddress } from '../../repositories/run-addresses.ts';
import { existingRun } from '../notices/runs.ts';
import type { OfficeView } from '../office.ts';
import { memberUnknown } from '../standing.ts';
import { postData } from './post-data.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** A member's current address with what is found about it. */
export interface CheckedAddress extends MemberAddress {
  readonly findings: readonly AddressFinding[];
}

/** Checks one member's current address; null where there is none. @throws StandingError `member-unknown` */
export async function checkMember(view: View, memberNo: string): Promise<CheckedAddress | null> {
  const found = await addressOfMember(view.reader, memberNo);
  if (found === null) throw memberUnknown(memberNo);
  return found.address === null ? null : withFindings(view, { ...found, address: found.address });
}

/** Checks the current addresses of a run's members, and gives those with a finding. @throws StandingError `run-unknown` */
export async function checkRun(view: View, run: string): Promise<readonly CheckedAddress[]> {
  await existingRun(view, run);
  return (await addressesOfRun(view.reader, run))
    .map((member) => withFindings(view, member))
    .filter(({ findings }) => findings.length > 0);
}

function withFindings(view: View, member: MemberAddress): CheckedAddress {
  return { ...member, findings: checkAddress(member.address, postData(view.resources).prefixes) };
}
