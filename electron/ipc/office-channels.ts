import type { ChannelsAt } from '../../shared/ipc/contract.ts';
import { auditCasesActions } from './audit-cases.ipc.ts';
import { auditLettersActions, auditLettersJobs } from './audit-letters.ipc.ts';
import { auditsActions, auditsJobs } from './audits.ipc.ts';
import { backupJobs } from './backup.ipc.ts';
import { badgesActions, badgesJobs } from './badges.ipc.ts';
import { ceActions, ceJobs } from './ce.ipc.ts';
import { eligibilityActions } from './eligibility.ipc.ts';
import { emailActions, emailJobs } from './email.ipc.ts';
import { feedActions, feedJobs } from './feed.ipc.ts';
import { feesActions } from './fees.ipc.ts';
import { type JobHandlers, type OfficeHandlers, refuseDuplicates } from './handlers.ts';
import { importJobs } from './import.ipc.ts';
import { intakeActions, intakeJobs } from './intake.ipc.ts';
import { jobsActions } from './jobs.ipc.ts';
import { lettersActions } from './letters.ipc.ts';
import { mailingActions, mailingJobs } from './mailing.ipc.ts';
import { membersActions } from './members.ipc.ts';
import { movesJobs } from './moves.ipc.ts';
import { noticesActions, noticesJobs } from './notices.ipc.ts';
import { officeActions, officeJobs } from './office.ipc.ts';
import { papersActions, papersJobs } from './papers.ipc.ts';
import { paymentsActions } from './payments.ipc.ts';
import { pointsActions } from './points.ipc.ts';
import { policyJobs } from './policy.ipc.ts';
import { recertificationActions } from './recertification.ipc.ts';
import { reconcileActions, reconcileJobs } from './reconcile.ipc.ts';
import { renewalsActions, renewalsJobs } from './renewals.ipc.ts';
import { retentionActions, retentionJobs } from './retention.ipc.ts';
import { returnedActions } from './returned.ipc.ts';
import { returnsActions } from './returns.ipc.ts';
import { sweepJobs } from './sweep.ipc.ts';
import { whatIfActions, whatIfJobs } from './what-if.ipc.ts';
import { worklistsActions } from './worklists.ipc.ts';

refuseDuplicates([
  ...[
    officeActions,
    membersActions,
    noticesActions,
    renewalsActions,
    mailingActions,
    emailActions,
    returnedActions,
    lettersActions,
    paymentsActions,
    papersActions,
    reconcileActions,
    feesActions,
    auditsActions,
    intakeActions,
    returnsActions,
    retentionActions,
    worklistsActions,
    auditCasesActions,
    auditLettersActions,
    whatIfActions,
    pointsActions,
    recertificationActions,
    feedActions,
    badgesActions,
    ceActions,
    eligibilityActions,
    jobsActions,
  ],
  ...[
    officeJobs,
    sweepJobs,
    feedJobs,
    noticesJobs,
    renewalsJobs,
    mailingJobs,
    emailJobs,
    papersJobs,
    movesJobs,
    reconcileJobs,
    importJobs,
    auditsJobs,
    auditLettersJobs,
    intakeJobs,
    retentionJobs,
    policyJobs,
    whatIfJobs,
    badgesJobs,
    ceJobs,
    backupJobs,
  ],
]);

/** Every action that the office thread answers. */
export const OFFICE: OfficeHandlers<ChannelsAt<'office'>> = {
  ...officeActions,
  ...membersActions,
  ...noticesActions,
  ...renewalsActions,
  ...mailingActions,
  ...emailActions,
  ...returnedActions,
  ...lettersActions,
  ...paymentsActions,
  ...papersActions,
  ...reconcileActions,
  ...feesActions,
  ...auditsActions,
  ...intakeActions,
  ...returnsActions,
  ...retentionActions,
  ...worklistsActions,
  ...auditCasesActions,
  ...auditLettersActions,
  ...whatIfActions,
  ...pointsActions,
  ...recertificationActions,
  ...feedActions,
  ...badgesActions,
  ...ceActions,
  ...eligibilityActions,
  ...jobsActions,
};

/** Every piece of long work on the office thread. */
export const JOBS: JobHandlers<ChannelsAt<'job'>> = {
  ...officeJobs,
  ...sweepJobs,
  ...feedJobs,
  ...noticesJobs,
  ...renewalsJobs,
  ...mailingJobs,
  ...emailJobs,
  ...papersJobs,
  ...movesJobs,
  ...reconcileJobs,
  ...importJobs,
  ...auditsJobs,
  ...auditLettersJobs,
  ...intakeJobs,
  ...retentionJobs,
  ...policyJobs,
  ...whatIfJobs,
  ...badgesJobs,
  ...ceJobs,
  ...backupJobs,
};
