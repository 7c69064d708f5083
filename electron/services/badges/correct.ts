import { join } from 'node:path';
import type { CorrectionReport, HeldBadge } from '../../../shared/domain/badges.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { csvRow } from '../../../shared/util/csv.ts';
import type { Work } from '../../jobs/work.ts';
import type { BadgePerson } from '../../repositories/badge-people.ts';
import type { Office } from '../office.ts';
import { type Found, findDrift } from './drift.ts';
import { badgeRow } from './export.ts';
import { requestBadge } from './request.ts';
import { holdOf } from './requests.ts';
import { badgeSettings, columnsOf } from './settings.ts';
import { type BadgeToWrite, writeBadges, writeBeside } from './write-files.ts';

/**
 * Writes what corrects Credly: bulk-issue files with the badges that are missing or are to be replaced, since Credly replaces a badge
 * that is issued again, and a list of those to revoke by hand. What is missing becomes a request, so that it is asked for once.
 * @throws StandingError `credly-never-imported`, `office-file`, `cannot-save`, `cancelled`
 */
export async function writeCorrections(
  office: Office,
  { folder, asOf }: { readonly folder: string; readonly asOf: CalendarDate },
  work: Work,
): Promise<CorrectionReport> {
  const settings = await badgeSettings(office);
  const { found } = await findDrift(office, asOf, work);
  const held: HeldBadge[] = [];
  const toWrite = new Map<number, { readonly person: BadgePerson; readonly absent: boolean }>();
  for (const { person, difference } of found) {
    if (person === null) continue;
    const absent = difference.kind === 'missing' || difference.kind === 'revoked';
    if (difference.remedy === 'file') toWrite.set(person.certificationId, { person, absent });
    const hold = difference.remedy === 'here' ? holdOf(person, settings.templates) : null;
    if (hold !== null) held.push({ memberNo: person.memberNo, name: person.name, code: person.code, hold });
  }
  const absent = [...toWrite.values()].filter((one) => one.absent).map(({ person }) => person);
  const requests = await requestMissing(office, absent, asOf, work);
  const badges = [...toWrite.values()].flatMap(({ person }): readonly BadgeToWrite[] => {
    const template = settings.templates[person.code];
    if (template === undefined) return [];
    return [{ row: badgeRow(person, template), request: requests.get(person.certificationId) ?? null }];
  });
  const columns = columnsOf(settings, office.resources);
  const order = { kind: 'correct', folder, columns, badges } as const;
  const written = await writeBadges(office, order, work);
  const rows = written.files.reduce((sum, file) => sum + file.rows, 0);
  const byHand = found.filter(({ difference }) => difference.kind === 'lapsed');
  const revoke =
    byHand.length === 0
      ? null
      : await writeBeside(
          office,
          join(folder, `credly-revoke-${asOf}.csv`),
          revocations(byHand),
          byHand.length,
        );
  return { ...written, rows, held, revoke };
}

/** As many as are asked for in one transaction. */
const AT_A_TIME = 50;

/** Asks for the badges that are missing; cut off, they wait for the next export. */
async function requestMissing(
  office: Office,
  people: readonly BadgePerson[],
  requestedOn: CalendarDate,
  work: Work,
): Promise<ReadonlyMap<number, number>> {
  const requests = new Map<number, number>();
  for (let from = 0; from < people.length; from += AT_A_TIME) {
    await office.act(async (write) => {
      for (const { certificationId: certification } of people.slice(from, from + AT_A_TIME)) {
        const request = await requestBadge(write, { certification, reason: 'missing', requestedOn });
        requests.set(certification, request);
      }
    });
    work.progress({
      doing: 'Asking for badges',
      done: Math.min(from + AT_A_TIME, people.length),
      total: people.length,
      cancellable: true,
    });
    await work.breathe();
  }
  return requests;
}

function revocations(found: readonly Found[]): string {
  const header = ['badge_id', 'recipient_email', 'first_name', 'last_name', 'member_no', 'code', 'reason'];
  const rows = found.map(({ person, theirs }) =>
    csvRow([
      theirs?.badge ?? '',
      theirs?.email ?? '',
      theirs?.firstName ?? '',
      theirs?.lastName ?? '',
      person?.memberNo ?? '',
      person?.code ?? '',
      'The certification has lapsed.',
    ]),
  );
  return [csvRow(header), ...rows].join('');
}
