import type { AttestationSlip, CycleToAttest } from '../../../shared/domain/attestations.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { assertNever } from '../../../shared/util/assert-never.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { CertificationRecord } from '../../repositories/facts.ts';
import { type Cycle, cycleAt } from '../../rules/cycle.ts';
import { type Decision, decide } from '../../rules/decision.ts';
import { type NotAttestable, notAttestable } from '../../rules/entry/attestable.ts';
import { fallsIn } from '../../rules/entry/falls-in.ts';
import { requirementOf } from '../../rules/requirement.ts';
import { type EntryGround, quoted, standingNow } from '../points/preview.ts';
import { changeBetween } from '../points/standing-change.ts';

/** A cycle that a slip names: from its sheet, or the one that its day lies in. */
export interface NamedCycle {
  readonly code: CertificationCode;
  readonly cycleStart: CalendarDate;
}

/** A certification's cycle that may be attested, with what storing it needs. */
export interface JudgedCycle {
  readonly certificationId: number;
  readonly shown: CycleToAttest;
}

/**
 * What a slip signed on a day may attest of each certification of a member.
 * @param named the cycles with a box on the slip; null where no slip was scanned
 */
export function judgeSlip(
  ground: EntryGround,
  attestedOn: CalendarDate,
  named: readonly NamedCycle[] | null,
): readonly JudgedCycle[] {
  return ground.records.map((record) => {
    const now = standingNow(record, ground);
    const own = named?.find(({ code }) => code === record.code);
    const cycle = cycleOf(own?.cycleStart ?? null, attestedOn, now);
    const because = notAttestable(cycle, attestedOn, now);
    const { required, counted } = requirementOf(cycle, now.case);
    return {
      certificationId: record.certificationId,
      shown: {
        code: record.code,
        cycleStart: cycle.start,
        cycleEnd: cycle.end,
        required,
        counted,
        onSlip: named === null || own !== undefined,
        refusal: because === null ? null : refusal(because, cycle, attestedOn, record, ground),
        change: changeBetween(now, because === null ? attested(record, cycle, attestedOn, ground) : now),
      },
    };
  });
}

/** The slip as the desk sees it. */
export function slipOf(
  ground: EntryGround,
  attestedOn: CalendarDate,
  from: { readonly run: string; readonly sheet: number; readonly named: readonly NamedCycle[] } | null,
): AttestationSlip {
  return {
    memberNo: ground.memberNo,
    memberName: ground.memberName,
    slip: from === null ? null : { run: from.run, sheet: from.sheet },
    attestedOn,
    cycles: judgeSlip(ground, attestedOn, from?.named ?? null).map(({ shown }) => shown),
    quoted: quoted(ground.policy, 'PB-CCP-3'),
  };
}

/** The cycle named; else the open one where the day lies before it or in it, else the one that the day lies in. */
function cycleOf(cycleStart: CalendarDate | null, attestedOn: CalendarDate, now: Decision): Cycle {
  const { case: c, cycle: open } = now;
  if (cycleStart !== null) {
    const named = fallsIn(cycleStart, now)?.cycle;
    if (named?.start === cycleStart) return named;
  }
  // An ended cycle that has not rolled is what a late slip is about.
  return attestedOn > open.end && !open.ended ? cycleAt(c, open.index + 1) : open;
}

function attested(
  { facts }: CertificationRecord,
  cycle: Cycle,
  attestedOn: CalendarDate,
  { policy, today }: EntryGround,
): Decision {
  const attestations = [...facts.attestations, { cycleStart: cycle.start, attestedOn }];
  return decide({ ...facts, attestations }, policy, today);
}

function refusal(
  because: NotAttestable,
  cycle: Cycle,
  attestedOn: CalendarDate,
  { code, facts }: CertificationRecord,
  { policy }: EntryGround,
): NonNullable<CycleToAttest['refusal']> {
  const [start, end] = [displayDate(cycle.start), displayDate(cycle.end)];
  switch (because) {
    case 'not-bound':
      return {
        text: `${code} is not bound by CCP: there is nothing to attest.`,
        quoted: quoted(policy, 'PB-CCP-1'),
      };
    case 'after-cycle':
      return {
        text: `Signed on ${displayDate(attestedOn)}, after the cycle ended on ${end}.`,
        quoted: quoted(policy, 'PB-CCP-3'),
      };
    case 'before-cycle':
      return {
        text: `Signed on ${displayDate(attestedOn)}, before the cycle began on ${start}.`,
        quoted: quoted(policy, 'PB-CCP-3'),
      };
    case 'already-attested': {
      const on = facts.attestations.find(({ cycleStart }) => cycleStart === cycle.start)?.attestedOn ?? '';
      return {
        text: `The cycle from ${start} is attested already, signed on ${displayDate(on)}.`,
        quoted: null,
      };
    }
    case 'rolled':
      return {
        text: `The cycle from ${start} to ${end} has rolled: there is nothing to attest any more.`,
        quoted: quoted(policy, 'SC-CCP-7'),
      };
    default:
      return assertNever(because);
  }
}
