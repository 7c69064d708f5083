import {
  type BadgeHold,
  type CredlyState,
  type DriftKind,
  type DriftRemedy,
  HOLD_TEXTS,
} from '../../../shared/domain/badges.ts';
import type { StandingStatus } from '../../../shared/domain/standing.ts';

// SC-RECERT-1, SC-RECERT-3: the badge is what a certified member claims at Credly; SC-FEE-1: "Renewal fees are required to maintain your
// active certified status". So who is active or due has a badge, who has lapsed has none; who is past due keeps the one there is, since
// paying cures it (policy.md C6), and gets no new one before.

/** What is known here of a certification. */
export interface OurSide {
  readonly memberNo: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly status: StandingStatus;
  /** Why no badge could be asked for; null where one could. */
  readonly hold: BadgeHold | null;
  /** A badge was asked for since Credly's list was taken in. */
  readonly pending: boolean;
}

/** What Credly says of one badge of it. */
export interface TheirSide {
  readonly badge: string;
  readonly state: CredlyState;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly earnerId: string;
}

/** A difference, with what is done about it. */
export interface Difference {
  readonly kind: DriftKind;
  readonly ours: string;
  readonly theirs: string;
  readonly remedy: DriftRemedy;
  readonly text: string;
  readonly badge: string | null;
}

/** How a certification and its badges at Credly differ. */
export function badgeDifferences(ours: OurSide, theirs: readonly TheirSide[]): readonly Difference[] {
  const live = theirs.filter(({ state }) => state !== 'revoked');
  if (ours.status === 'lapsed') return live.map(({ state, badge }) => lapsed(state, badge));
  if (live.length > 0) return live.flatMap((badge) => [...emailOf(ours, badge), ...nameOf(ours, badge)]);
  const entitled = ours.status === 'active' || ours.status === 'due';
  if (!entitled || ours.pending || ours.hold === 'deceased') return [];
  return [absent(ours, theirs.at(-1) ?? null)];
}

function lapsed(state: CredlyState, badge: string): Difference {
  return {
    kind: 'lapsed',
    ours: 'lapsed',
    theirs: state,
    remedy: 'by-hand',
    text: 'Revoke the badge at Credly, which takes no file for it.',
    badge,
  };
}

function absent({ status, hold }: OurSide, revoked: TheirSide | null): Difference {
  const asked = { remedy: 'file', text: 'The correcting file asks for a new badge.' } as const;
  return {
    kind: revoked === null ? 'missing' : 'revoked',
    ours: status,
    theirs: revoked === null ? 'no badge' : 'revoked',
    ...(hold === null ? asked : { remedy: 'here', text: HOLD_TEXTS[hold] }),
    badge: revoked?.badge ?? null,
  };
}

/** Credly changes the address of an unclaimed badge alone, and only where our member number tells it which. */
function emailOf(ours: OurSide, theirs: TheirSide): readonly Difference[] {
  if (ours.email.toLowerCase() === theirs.email.toLowerCase()) return [];
  const difference = {
    kind: 'email',
    ours: ours.email === '' ? 'no e-mail' : ours.email,
    theirs: theirs.email,
    badge: theirs.badge,
  } as const;
  if (theirs.state === 'claimed')
    return [
      {
        ...difference,
        remedy: 'member',
        text: 'The member adds the new address at Credly: the badge is claimed.',
      },
    ];
  if (ours.hold !== null) return [{ ...difference, remedy: 'here', text: HOLD_TEXTS[ours.hold] }];
  if (theirs.earnerId !== ours.memberNo)
    return [
      {
        ...difference,
        remedy: 'by-hand',
        text: 'Change it at Credly: the badge there does not carry our member number.',
      },
    ];
  return [
    { ...difference, remedy: 'file', text: 'The correcting file replaces the badge with the new address.' },
  ];
}

function nameOf(ours: OurSide, theirs: TheirSide): readonly Difference[] {
  if (ours.firstName === theirs.firstName && ours.lastName === theirs.lastName) return [];
  const difference = {
    kind: 'name',
    ours: `${ours.firstName} ${ours.lastName}`,
    theirs: `${theirs.firstName} ${theirs.lastName}`,
    badge: theirs.badge,
  } as const;
  const found = theirs.earnerId === ours.memberNo || ours.email.toLowerCase() === theirs.email.toLowerCase();
  if (ours.hold !== null) return [{ ...difference, remedy: 'here', text: HOLD_TEXTS[ours.hold] }];
  if (found)
    return [
      { ...difference, remedy: 'file', text: 'The correcting file replaces the badge with the new name.' },
    ];
  return [
    { ...difference, remedy: 'by-hand', text: 'Change it at Credly: neither number nor e-mail leads there.' },
  ];
}
