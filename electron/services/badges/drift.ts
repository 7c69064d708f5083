import {
  DRIFT_KINDS,
  type DriftKind,
  type DriftReport,
  type DriftRow,
} from '../../../shared/domain/badges.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { type BadgePerson, badgePeople } from '../../repositories/badge-people.ts';
import { pendingCertifications } from '../../repositories/badge-requests.ts';
import {
  type CredlyBadge,
  credlyBadges,
  type KeptBadge,
  lastCredlyImport,
} from '../../repositories/credly.ts';
import { certificationRecords, memberRanges } from '../../repositories/facts.ts';
import { badgeDifferences, type Difference } from '../../rules/badges/drift.ts';
import { judge } from '../../rules/judge.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { certifiedBy, MEMBERS_AT_A_TIME } from '../standing.ts';
import { codeOfTemplate } from './match.ts';
import { holdOf } from './requests.ts';
import { badgeSettings } from './settings.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** A difference and whose it is; null for a badge of nobody whom the office knows. */
export interface Found {
  readonly person: BadgePerson | null;
  readonly difference: Difference;
  readonly theirs: CredlyBadge | null;
}

/** Everything in which an office and Credly differ on a date. */
export interface Drift {
  readonly importedOn: CalendarDate;
  readonly certifications: number;
  readonly badges: number;
  readonly found: readonly Found[];
}

/** As many differences of a kind as a screen shows; the files hold them all. */
const SHOWN = 100;

/**
 * Holds our statuses, names and addresses against Credly's list.
 * @throws StandingError `credly-never-imported`, `cancelled`
 */
export async function findDrift(view: View, asOf: CalendarDate, work: Work): Promise<Drift> {
  const importedOn = await lastCredlyImport(view.reader);
  if (importedOn === null)
    throw new StandingError(
      'credly-never-imported',
      'Credly’s list of issued badges was never imported, so there is nothing to compare with.',
      'Export the issued badges from Credly as CSV and import that file.',
    );
  const policy = await officePolicy(view);
  const { templates } = await badgeSettings(view);
  const all = await credlyBadges(view.reader);
  const byCertification = Map.groupBy(all, ({ certificationId }) => certificationId);
  const pending = await pendingCertifications(view.reader, importedOn);
  const found: Found[] = [];
  let certifications = 0;
  const ranges = await memberRanges(view.reader, MEMBERS_AT_A_TIME);
  for (const [at, members] of ranges.entries()) {
    const people = await badgePeople(view.reader, members);
    const records = await certificationRecords(view.reader, members, asOf);
    for (const { certificationId, facts } of records.filter(certifiedBy(asOf))) {
      const person = people.get(certificationId);
      if (person === undefined) continue;
      certifications += 1;
      const { status } = judge(facts, policy, asOf);
      const theirs = byCertification.get(certificationId) ?? [];
      const ours = {
        ...person,
        status,
        hold: holdOf(person, templates),
        pending: pending.has(certificationId),
      };
      for (const difference of badgeDifferences(ours, theirs))
        found.push({ person, difference, theirs: badgeNamed(theirs, difference) });
    }
    work.progress({ doing: 'Comparing with Credly', done: at + 1, total: ranges.length, cancellable: true });
    await work.breathe();
  }
  const codes = codeOfTemplate(templates);
  for (const badge of byCertification.get(null) ?? [])
    if (badge.state !== 'revoked') found.push(stranger(badge, codes.has(badge.template.toLowerCase())));
  return { importedOn, certifications, badges: all.length, found };
}

function badgeNamed(theirs: readonly KeptBadge[], { badge }: Difference): CredlyBadge | null {
  return theirs.find((one) => one.badge === badge) ?? null;
}

function stranger(badge: KeptBadge, known: boolean): Found {
  return {
    person: null,
    theirs: badge,
    difference: {
      kind: 'stranger',
      ours: 'nobody',
      theirs: badge.email,
      remedy: 'here',
      text: known
        ? 'No member with this certification has the badge’s number or e-mail address: correct the member here, then import again.'
        : `The badge’s template ${badge.template} is none of ours: set it under Badges, Setup, then import again.`,
      badge: badge.badge,
    },
  };
}

/**
 * How far an office and Credly agree, with the first differences by kind.
 * @throws StandingError `credly-never-imported`, `cancelled`
 */
export async function driftReport(view: View, asOf: CalendarDate, work: Work): Promise<DriftReport> {
  const { found, ...rest } = await findDrift(view, asOf, work);
  const counts: Record<DriftKind, number> = {
    missing: 0,
    revoked: 0,
    lapsed: 0,
    email: 0,
    name: 0,
    stranger: 0,
  };
  for (const { difference } of found) counts[difference.kind] += 1;
  // Some of every kind are shown, however many another kind has.
  const rows = DRIFT_KINDS.flatMap((kind) =>
    found.filter(({ difference }) => difference.kind === kind).slice(0, SHOWN),
  ).map(shownRow);
  return { ...rest, counts, total: found.length, rows };
}

function shownRow({ person, difference, theirs }: Found): DriftRow {
  return {
    ...difference,
    memberNo: person?.memberNo ?? '',
    name: person?.name ?? `${theirs?.firstName ?? ''} ${theirs?.lastName ?? ''}`.trim(),
    code: person?.code ?? null,
  };
}
