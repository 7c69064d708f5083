import type { BadgeExportReport, HeldBadge } from '../../../shared/domain/badges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { badgeRequests, type KeptRequest } from '../../repositories/badge-requests.ts';
import type { Office } from '../office.ts';
import type { BadgeRow } from './badge-row.ts';
import { holdOf } from './requests.ts';
import { badgeSettings, columnsOf } from './settings.ts';
import { type BadgeToWrite, writeBadges } from './write-files.ts';

export interface BadgeExportOrder {
  /** Where the files go. */
  readonly folder: string;
  /** These requests once more, by their numbers, with what is known today; null = whatever was not exported yet. */
  readonly again: readonly number[] | null;
}

/**
 * Writes the requests that wait into bulk-issue files for Credly: each once, whatever is asked, unless it is asked for again by number.
 * Who cannot have a badge is held with the reason.
 * @throws StandingError `request-unknown`, `request-withdrawn`, `office-file`, `cannot-save`, `cancelled`
 */
export async function exportBadges(
  office: Office,
  { folder, again }: BadgeExportOrder,
  work: Work,
): Promise<BadgeExportReport> {
  const settings = await badgeSettings(office);
  const asked =
    again === null
      ? await badgeRequests(office.reader, { stages: ['open'], oldestFirst: true })
      : await named(office, again);
  const held: HeldBadge[] = [];
  const badges: BadgeToWrite[] = [];
  for (const kept of asked) {
    const hold = holdOf(kept, settings.templates);
    const template = settings.templates[kept.code];
    if (hold !== null) held.push({ memberNo: kept.memberNo, name: kept.name, code: kept.code, hold });
    else if (template !== undefined) badges.push(toWrite(kept, template));
  }
  const columns = columnsOf(settings, office.resources);
  const written = await writeBadges(office, { kind: 'issue', folder, columns, badges }, work);
  const rows = written.files.reduce((sum, file) => sum + file.rows, 0);
  return { ...written, rows, held };
}

async function named(office: Office, requests: readonly number[]): Promise<readonly KeptRequest[]> {
  const found = await badgeRequests(office.reader, { requests, oldestFirst: true });
  const unknown = requests.find((request) => !found.some((kept) => kept.request === request));
  if (unknown !== undefined)
    throw new StandingError(
      'request-unknown',
      `There is no badge request ${unknown}.`,
      'List the requests to find its number.',
    );
  const withdrawn = found.find(({ stage }) => stage === 'withdrawn');
  if (withdrawn !== undefined)
    throw new StandingError(
      'request-withdrawn',
      `Request ${withdrawn.request} was withdrawn.`,
      'Ask for the badge anew.',
    );
  return found;
}

function toWrite(kept: KeptRequest, template: string): BadgeToWrite {
  return { row: badgeRow(kept, template), request: kept.request };
}

/** What a badge says of a person. */
export function badgeRow(of: Omit<BadgeRow, 'template'>, template: string): BadgeRow {
  const { email, firstName, middleName, lastName, issuedAt, memberNo } = of;
  return { template, email, firstName, middleName, lastName, issuedAt, memberNo };
}
