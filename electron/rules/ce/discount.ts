import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { StandingStatus } from '../../../shared/domain/standing.ts';

// SC-CE-1: "Members qualify for discounted CE."
// SC-FEE-1: "Renewal fees are required to maintain your active certified status and include member benefits."
// Read together: whoever has a certification that is active, or whose fee is due this month and not late yet, is a member with the benefits;
// a fee that is past due has not bought them, and who has lapsed is not certified.

/** Whether the member price is given, the sentence that decides, and the fact in plain words. */
export interface Discount {
  readonly discounted: boolean;
  readonly citation: 'SC-CE-1' | 'SC-FEE-1';
  readonly why: string;
}

/** Who gets discounted CE on a date, by where the certifications stand on it. */
export function ceDiscount(
  certifications: readonly { readonly code: CertificationCode; readonly status: StandingStatus }[],
  deceased: boolean,
): Discount {
  if (deceased) return { discounted: false, citation: 'SC-CE-1', why: 'The member has died.' };
  const active = certifications.find(({ status }) => status === 'active');
  if (active !== undefined)
    return { discounted: true, citation: 'SC-CE-1', why: `${active.code} is active.` };
  const due = certifications.find(({ status }) => status === 'due');
  if (due !== undefined)
    return {
      discounted: true,
      citation: 'SC-CE-1',
      why: `${due.code} is due: its annual fee falls due this month and is not late.`,
    };
  const pastDue = certifications.find(({ status }) => status === 'past-due');
  if (pastDue !== undefined)
    return {
      discounted: false,
      citation: 'SC-FEE-1',
      why: `${pastDue.code} is past due: the fee that includes the benefits is unpaid. Paying it gives the member price.`,
    };
  const [lapsed] = certifications;
  if (lapsed !== undefined)
    return {
      discounted: false,
      citation: 'SC-FEE-1',
      why: `${lapsed.code} has lapsed: there is no active certified status.`,
    };
  return {
    discounted: false,
    citation: 'SC-CE-1',
    why: 'No certification was held on this day: only members get the discount.',
  };
}
