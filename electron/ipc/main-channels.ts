import type { ChannelsAt } from '../../shared/ipc/contract.ts';
import { auditsMain } from './audits.main.ts';
import { backupMain } from './backup.main.ts';
import { badgesMain } from './badges.main.ts';
import { ceMain } from './ce.main.ts';
import { eligibilityMain } from './eligibility.main.ts';
import { emailMain } from './email.main.ts';
import { feedMain } from './feed.main.ts';
import { type MainHandlers, refuseDuplicates } from './handlers.ts';
import { importMain } from './import.main.ts';
import { intakeMain } from './intake.main.ts';
import { lettersMain } from './letters.main.ts';
import { membersMain } from './members.main.ts';
import { movesMain } from './moves.main.ts';
import { officeMain } from './office.main.ts';
import { papersMain } from './papers.main.ts';
import { recertificationMain } from './recertification.main.ts';
import { reconcileMain } from './reconcile.main.ts';
import { renewalsMain } from './renewals.main.ts';
import { retentionMain } from './retention.main.ts';
import { shellMain } from './shell.main.ts';
import { whatIfMain } from './what-if.main.ts';
import { worklistsMain } from './worklists.main.ts';

refuseDuplicates([
  officeMain,
  membersMain,
  renewalsMain,
  reconcileMain,
  recertificationMain,
  emailMain,
  movesMain,
  lettersMain,
  papersMain,
  importMain,
  auditsMain,
  intakeMain,
  retentionMain,
  feedMain,
  whatIfMain,
  badgesMain,
  ceMain,
  eligibilityMain,
  backupMain,
  worklistsMain,
  shellMain,
]);

/** Every channel that the main process itself answers. */
export const MAIN: MainHandlers<ChannelsAt<'main'>> = {
  ...officeMain,
  ...membersMain,
  ...renewalsMain,
  ...reconcileMain,
  ...recertificationMain,
  ...emailMain,
  ...movesMain,
  ...lettersMain,
  ...papersMain,
  ...importMain,
  ...auditsMain,
  ...intakeMain,
  ...retentionMain,
  ...feedMain,
  ...whatIfMain,
  ...badgesMain,
  ...ceMain,
  ...eligibilityMain,
  ...backupMain,
  ...worklistsMain,
  ...shellMain,
};
