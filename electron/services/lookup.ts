import type { CertificationCode } from '../../shared/domain/codes.ts';
import type { LookupHit } from '../../shared/domain/lookup.ts';
import type { StandingStatus } from '../../shared/domain/standing.ts';
import type { ReadableDatabase } from '../db/connection.ts';
import { findMembers } from '../db/search/find.ts';
import { certificationsOf, membersAt } from '../db/search/hits.ts';
import { fullName } from '../repositories/facts.ts';

/** What a lookup needs of an office. */
export interface LookupView {
  readonly reader: ReadableDatabase;
}

/** As many as fit under the lookup field. */
export const HITS_SHOWN = 20;

/** Where members' certifications stand on a date, by member number; asked once for all who were found. */
export type StatusOf = (
  memberNos: readonly string[],
) => Promise<ReadonlyMap<string, ReadonlyMap<CertificationCode, StandingStatus>>>;

/**
 * Looks members up by name in any order, part of a name, member or certificate number, telephone number, e-mail address or ZIP,
 * despite accents, apostrophes, hyphens and one typing error; the best match first, the same order every time.
 * The statuses are those last kept, null where there is none yet.
 * @param limit at most this many
 */
export function lookup(view: LookupView, text: string, limit: number = HITS_SHOWN): readonly LookupHit[] {
  const { sqlite } = view.reader;
  const found = findMembers(sqlite, text, limit).entries();
  if (found.length === 0) return [];
  const matched = new Map(found);
  const members = membersAt(
    sqlite,
    found.map(([position]) => position),
  );
  const certifications = certificationsOf(
    sqlite,
    members.map(({ id }) => id),
  );
  return members.map((member) => ({
    memberNo: member.member_no,
    name: fullName(member),
    city: member.city ?? '',
    state: member.state ?? '',
    zip: member.zip ?? '',
    phone: member.phone,
    deceased: member.deceased_on !== null,
    certifications: (certifications.get(member.id) ?? []).map(({ code, status }) => ({ code, status })),
    matched: matched.get(member.position) ?? 'name',
  }));
}

/** Like `lookup`, with every status as `statusOf` says it is; a certification that it does not know does not stand anywhere yet. */
export async function lookupAsOf(
  view: LookupView,
  text: string,
  limit: number,
  statusOf: StatusOf,
): Promise<readonly LookupHit[]> {
  const hits = lookup(view, text, limit);
  if (hits.length === 0) return hits;
  const statuses = await statusOf(hits.map(({ memberNo }) => memberNo));
  return hits.map((hit) => ({
    ...hit,
    certifications: hit.certifications.flatMap(({ code }) => {
      const status = statuses.get(hit.memberNo)?.get(code);
      return status === undefined ? [] : [{ code, status }];
    }),
  }));
}
