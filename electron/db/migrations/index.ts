import { office } from './0001-office.ts';
import { search } from './0002-search.ts';
import { money } from './0003-money.ts';
import { noticeTrail } from './0004-notice-trail.ts';
import { prints } from './0005-prints.ts';
import { receipts } from './0006-receipts.ts';
import { points } from './0007-points.ts';
import { cyclesAndLapse } from './0008-cycles-and-lapse.ts';
import { policy } from './0009-policy.ts';
import { recertification } from './0010-recertification.ts';
import { badges } from './0011-badges.ts';
import { paperTrail } from './0012-paper-trail.ts';
import { auditDraws } from './0013-audit-draws.ts';
import { auditDesk } from './0014-audit-desk.ts';
import { intake } from './0015-intake.ts';
import { auditNotices } from './0016-audit-notices.ts';
import { pagesByHand } from './0017-pages-by-hand.ts';
import { returnLetters } from './0018-return-letters.ts';
import { waysIn } from './0019-ways-in.ts';
import { auditLetters } from './0020-audit-letters.ts';
import { keptEligibility } from './0021-kept-eligibility.ts';
import { retention } from './0022-retention.ts';
import { wholeFiles } from './0023-whole-files.ts';
import type { Migration } from './migration.ts';

/** All migrations in order; the database's `user_version` is how many of them it has. */
export const MIGRATIONS: readonly Migration[] = [
  office,
  search,
  money,
  noticeTrail,
  prints,
  receipts,
  points,
  cyclesAndLapse,
  policy,
  recertification,
  badges,
  paperTrail,
  auditDraws,
  auditDesk,
  intake,
  auditNotices,
  pagesByHand,
  returnLetters,
  waysIn,
  auditLetters,
  keptEligibility,
  retention,
  wholeFiles,
];
