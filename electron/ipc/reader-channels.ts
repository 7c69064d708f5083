import type { ChannelsAt } from '../../shared/ipc/contract.ts';
import { auditCasesReader } from './audit-cases.ipc.ts';
import { auditLettersReader } from './audit-letters.ipc.ts';
import { auditsReader } from './audits.ipc.ts';
import { badgesReader } from './badges.ipc.ts';
import { ceReader } from './ce.ipc.ts';
import { eligibilityReader } from './eligibility.ipc.ts';
import { emailReader } from './email.ipc.ts';
import { feedReader } from './feed.ipc.ts';
import { feesReader } from './fees.ipc.ts';
import { type ReaderHandlers, refuseDuplicates } from './handlers.ts';
import { importReader } from './import.ipc.ts';
import { intakeReader } from './intake.ipc.ts';
import { lettersReader } from './letters.ipc.ts';
import { mailingReader } from './mailing.ipc.ts';
import { membersReader } from './members.ipc.ts';
import { noticesReader } from './notices.ipc.ts';
import { officeReader } from './office.ipc.ts';
import { papersReader } from './papers.ipc.ts';
import { paymentsReader } from './payments.ipc.ts';
import { pointsReader } from './points.ipc.ts';
import { policyReader } from './policy.ipc.ts';
import { recertificationReader } from './recertification.ipc.ts';
import { reconcileReader } from './reconcile.ipc.ts';
import { renewalsReader } from './renewals.ipc.ts';
import { retentionReader } from './retention.ipc.ts';
import { returnedReader } from './returned.ipc.ts';
import { returnsReader } from './returns.ipc.ts';
import { todayReader } from './today.ipc.ts';
import { worklistsReader } from './worklists.ipc.ts';

refuseDuplicates([
  officeReader,
  todayReader,
  membersReader,
  noticesReader,
  renewalsReader,
  mailingReader,
  emailReader,
  returnedReader,
  lettersReader,
  paymentsReader,
  papersReader,
  reconcileReader,
  feesReader,
  pointsReader,
  feedReader,
  worklistsReader,
  importReader,
  auditsReader,
  intakeReader,
  returnsReader,
  retentionReader,
  auditCasesReader,
  auditLettersReader,
  policyReader,
  recertificationReader,
  badgesReader,
  ceReader,
  eligibilityReader,
]);

/** Every channel that the reader thread answers. */
export const READER: ReaderHandlers<ChannelsAt<'reader'>> = {
  ...officeReader,
  ...todayReader,
  ...membersReader,
  ...noticesReader,
  ...renewalsReader,
  ...mailingReader,
  ...emailReader,
  ...returnedReader,
  ...lettersReader,
  ...paymentsReader,
  ...papersReader,
  ...reconcileReader,
  ...feesReader,
  ...pointsReader,
  ...feedReader,
  ...worklistsReader,
  ...importReader,
  ...auditsReader,
  ...intakeReader,
  ...returnsReader,
  ...retentionReader,
  ...auditCasesReader,
  ...auditLettersReader,
  ...policyReader,
  ...recertificationReader,
  ...badgesReader,
  ...ceReader,
  ...eligibilityReader,
};
