import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ActivityOnPage, CertificationOnPage, MemberPage } from '../../../shared/domain/member-page.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import {
  type CertificationRecord,
  certificationRecords,
  fullName,
  memberIdOf,
} from '../../repositories/facts.ts';
import {
  activitiesOfMember,
  addressesOf,
  journalOf,
  memberById,
  noticesOf,
  paymentsOf,
} from '../../repositories/member-page.ts';
import { cycleHistory } from '../../rules/cycle-history.ts';
import { decide } from '../../rules/decision.ts';
import { evaluateStanding } from '../../rules/evaluate-standing.ts';
import { feeHistory } from '../../rules/fee-history.ts';
import { throughDates } from '../../rules/through-dates.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, memberUnknown } from '../standing.ts';
import { headline } from './headline.ts';
import { journalText } from './journal-text.ts';

const JOURNAL_ENTRIES = 200;

/** Everything the member page shows. @throws StandingError `member-unknown` */
export async function memberPage(
  view: OfficeView,
  memberNo: string,
  asOf: CalendarDate,
): Promise<MemberPage> {
  const { reader } = view;
  const id = await memberIdOf(reader, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  const policy = await officePolicy(view);
  const member = await memberById(reader, id);
  const records = await certificationRecords(reader, { first: id, last: id }, asOf);
  const certifications = records.filter(certifiedBy(asOf)).map((record) => onPage(record, policy, asOf));
  const journal = await journalOf(reader, memberNo, JOURNAL_ENTRIES);
  return {
    memberNo,
    firstName: member.first_name,
    middleName: member.middle_name,
    lastName: member.last_name,
    suffix: member.suffix,
    name: fullName(member),
    email: member.email,
    phone: member.phone,
    mailOk: member.mail_ok === 1,
    emailOk: member.email_ok === 1,
    deceasedOn: member.deceased_on,
    addresses: await addressesOf(reader, id),
    certifications,
    payments: await paymentsOf(reader, id),
    activities: withExclusions(await activitiesOfMember(reader, id), certifications),
    notices: await noticesOf(reader, id),
    journal: journal.map((entry) => ({ ...entry, text: journalText(entry.action, entry.detail) })),
  };
}

function onPage(
  { facts, code, certificateNo }: CertificationRecord,
  policy: Policy,
  asOf: CalendarDate,
): CertificationOnPage {
  const decision = decide(facts, policy, asOf);
  const standing = evaluateStanding(facts, policy, asOf);
  const feeYears = feeHistory(decision);
  return {
    code,
    name: CERTIFICATION_NAMES[code],
    certifiedOn: facts.certification.certifiedOn,
    recertifiedOn: facts.certification.recertifiedOn,
    certificateNo,
    standing,
    headline: headline(standing, feeYears, policy),
    feeYears,
    ...throughDates(decision),
    cycles: cycleHistory(decision),
  };
}

function withExclusions(
  activities: readonly Omit<ActivityOnPage, 'excluded'>[],
  certifications: readonly CertificationOnPage[],
): readonly ActivityOnPage[] {
  return activities.map((activity) => ({
    ...activity,
    excluded: certifications.flatMap(({ code, standing }) =>
      standing.cycle.excluded
        .filter(({ id }) => id === activity.id)
        .map(({ citation, why }) => ({ code, citation, why })),
    ),
  }));
}
