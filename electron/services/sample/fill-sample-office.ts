import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { throwIfCancelled, type Work } from '../../jobs/work.ts';
import { memberRanges } from '../../repositories/facts.ts';
import { saveSetting } from '../../repositories/settings.ts';
import type { Office } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { renewSearch } from '../search-upkeep.ts';
import { auditCampaigns } from './audit-campaigns.ts';
import { rowMaker } from './member-rows.ts';
import { readSampleBook } from './sample-book.ts';
import { sampleMembers } from './sample-members.ts';
import { insertRows, noRows } from './sample-rows.ts';

/** What a sample office is made from: the same three give the same office. */
export interface SampleOptions {
  readonly members: number;
  readonly seed: number;
  /** The date to which the histories run. */
  readonly asOf: CalendarDate;
}

export interface SampleReport {
  readonly members: number;
  readonly certifications: number;
  readonly activities: number;
}

/** A transaction of about 50 ms: nothing else waits longer for the database. */
const MEMBERS_AT_A_TIME = 150;
const MOST_MEMBERS = 1_000_000;
const EARLIEST = '2000-01-01';

/**
 * Fills a new office with plausible members and their years of history. Each step is a transaction of its own: whatever
 * stops it leaves a sound office with fewer members. Standings are left to the sweep.
 * @throws StandingError `sample-size`, `sample-date`, `office-not-empty`, `sample-damaged`, `cancelled`
 */
export async function fillSampleOffice(
  office: Office,
  options: SampleOptions,
  work: Work,
): Promise<SampleReport> {
  const { members, seed, asOf } = options;
  await refuse(office, options);
  const book = readSampleBook(office.resources);
  const policy = await officePolicy(office);
  const memberAt = sampleMembers(book, seed, asOf);
  const maker = rowMaker(book, policy, seed, asOf);
  const campaigns = auditCampaigns(seed, asOf);
  const report = { members: 0, certifications: 0, activities: 0 };

  await office.act(async (write) => {
    await saveSetting(write, 'profile', book.profile);
    await saveSetting(write, 'sample', true);
    write.journal(entry('sample.started', { members, seed, asOf }));
  });
  while (report.members < members) {
    const rows = noRows();
    const upTo = Math.min(members, report.members + MEMBERS_AT_A_TIME);
    for (let index = report.members; index < upTo; index++) {
      const member = memberAt(index);
      campaigns.add(member.memberNo, member.courses, maker.add(member, rows));
    }
    report.members = upTo;
    report.certifications += rows.certifications.length;
    report.activities += rows.activities.length;
    await office.act((write) => {
      insertRows(write, rows);
      write.journal(entry('sample.filled', { ...report }));
    });
    work.progress({ doing: 'Making members', done: upTo, total: members, cancellable: true });
    await work.breathe();
  }
  work.progress({ doing: 'Preparing the lookup', done: members, total: members, cancellable: false });
  throwIfCancelled(work.signal);
  await renewSearch(office, work, (write) => {
    const audits = campaigns.insert(write);
    write.journal(entry('sample.filled', { ...report, audits }));
  });
  return report;
}

function entry(action: string, detail: object) {
  return { action, subject: 'office', subjectId: 'sample', detail };
}

async function refuse(office: Office, { members, asOf }: SampleOptions): Promise<void> {
  if (!Number.isInteger(members) || members < 1 || members > MOST_MEMBERS) {
    throw new StandingError(
      'sample-size',
      `A sample office cannot have ${members} members.`,
      'Ask for 1 to 1,000,000 members.',
    );
  }
  if (asOf < EARLIEST) {
    throw new StandingError(
      'sample-date',
      `A sample office cannot be made as of ${asOf}.`,
      `Use a date from ${EARLIEST} on.`,
    );
  }
  if ((await memberRanges(office.reader, MOST_MEMBERS)).length > 0) {
    throw new StandingError(
      'office-not-empty',
      'This office has members already; sample members are only put into a new office.',
      'Make a new office for the sample.',
    );
  }
}
