import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { IntakePart, OpenCase } from '../../../shared/domain/intake.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import type { Write } from '../../db/transaction.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { type Filing, movePart, partById } from '../../repositories/intake-parts.ts';
import { memberOfActivity, openCases } from '../../repositories/open-cases.ts';
import { gate } from '../../rules/intake/gate.ts';
import { allowedBy } from '../managers.ts';
import type { Office } from '../office.ts';
import { reasonOf } from '../payments/checks.ts';
import { readableIn } from '../restand.ts';
import { memberUnknown } from '../standing.ts';
import { caseWords, refusalWords } from './sentences.ts';

/** Where a waiting part is to go. */
export interface AssignOrder {
  readonly part: number;
  readonly memberNo: string;
  /** null = the only case that is open. */
  readonly case: Pick<OpenCase, 'kind' | 'id'> | null;
  /** The claimed activity that the pages prove, of the audit that `case` names; left out or null = the case as a whole. */
  readonly activity?: number | null | undefined;
  /** A manager lets it in though no case is open. */
  readonly override: { readonly reason: string; readonly approvedBy: string | null } | null;
}

const NOWHERE = { memberId: null, case: null, activity: null, allowedBy: null } as const;

/**
 * Files a waiting part to a member's open case, or with an override to the member alone.
 * @throws StandingError `part-unknown`, `part-settled`, `member-unknown`, `documents-not-accepted` (SC-DOC-1), `case-needed`, `activity-unknown`, `reason-missing`, `manager-needed`
 */
export function assignPart(office: Office, order: AssignOrder, on: CalendarDate): Promise<IntakePart> {
  return onPart(office, order.part, 'intake.filed', on, async (write, part) => {
    // A manager may let in what was refused; the letter that was to send it back is withdrawn.
    if (part.state !== 'refused' || order.override === null) refuseSettled(part);
    const db = readableIn(write);
    const memberId = await memberIdOf(db, order.memberNo);
    if (memberId === null) throw memberUnknown(order.memberNo);
    const decision = gate(await openCases(db, memberId), order.case);
    const activity = order.activity ?? null;
    const filed = { state: 'filed', memberId, activity: null } as const;
    switch (decision.to) {
      case 'case':
        if (activity !== null) await refuseActivity(db, activity, memberId, decision.case);
        return { ...filed, why: '', case: decision.case, activity, allowedBy: null };
      case 'queue':
        throw new StandingError(
          'case-needed',
          order.case === null
            ? `Member ${order.memberNo} has several open cases.`
            : `Member ${order.memberNo} has no such open case.`,
          'Say to which of the open ones it belongs.',
        );
      case 'refusal': {
        if (order.override === null)
          throw new StandingError(
            'documents-not-accepted',
            refusalWords(order.memberNo),
            'Refuse it, so that it is sent back, or have a manager let it in.',
          );
        const why = reasonOf(order.override.reason, 'Letting documents in without an open case');
        const who = await allowedBy(
          { reader: db },
          write.actor.name,
          order.override.approvedBy,
          'Letting documents in without an open case',
        );
        return { ...filed, why, case: null, allowedBy: who };
      }
    }
  });
}

async function refuseActivity(
  db: Parameters<typeof memberOfActivity>[0],
  activity: number,
  memberId: number,
  { kind }: OpenCase,
): Promise<void> {
  if (kind === 'audit' && (await memberOfActivity(db, activity)) === memberId) return;
  throw new StandingError(
    'activity-unknown',
    'The member has claimed no such activity in this case.',
    'Choose one of the case, or the case as a whole.',
  );
}

/**
 * Refuses a waiting part of a member without an open case: it is kept, and a letter that sends it back is queued (SC-DOC-1).
 * @throws StandingError `part-unknown`, `part-settled`, `member-unknown`, `case-open`
 */
export function refusePart(
  office: Office,
  order: { readonly part: number; readonly memberNo: string },
  on: CalendarDate,
): Promise<IntakePart> {
  return onPart(office, order.part, 'intake.refused', on, async (write, part) => {
    refuseSettled(part);
    const db = readableIn(write);
    const memberId = await memberIdOf(db, order.memberNo);
    if (memberId === null) throw memberUnknown(order.memberNo);
    const [open] = await openCases(db, memberId);
    if (open !== undefined)
      throw new StandingError(
        'case-open',
        `Member ${order.memberNo} has an open case: ${caseWords(open)}.`,
        'File it there.',
      );
    return { ...NOWHERE, state: 'refused', why: refusalWords(order.memberNo), memberId };
  });
}

/**
 * Takes a waiting part out of the queue unfiled; it is kept with the reason.
 * @throws StandingError `part-unknown`, `part-settled`, `reason-missing`
 */
export function dismissPart(
  office: Office,
  order: { readonly part: number; readonly reason: string },
  on: CalendarDate,
): Promise<IntakePart> {
  return onPart(office, order.part, 'intake.dismissed', on, async (_write, part) => {
    refuseSettled(part);
    return { ...NOWHERE, state: 'dismissed', why: reasonOf(order.reason, 'Dismissing a document') };
  });
}

/**
 * Puts a settled part back into the queue by a counter-entry; a letter that was to send it back is withdrawn.
 * @param reason kept in the trail; empty where none was asked for
 * @throws StandingError `part-unknown`, `part-waiting`
 */
export function undoPart(office: Office, part: number, on: CalendarDate, reason = ''): Promise<IntakePart> {
  return onPart(office, part, 'intake.put-back', on, async (write, settled) => {
    if (settled.state === 'waiting' || settled.state === 'quarantined' || settled.state === 'joined')
      throw new StandingError('part-waiting', 'It waits in the queue: there is nothing to undo.');
    const because = reason.trim() === '' ? '' : ` (${reasonOf(reason, 'Putting a document back')})`;
    const why = `${write.actor.name} put it back${because}; it was ${wasWords(settled)}.`;
    return { ...NOWHERE, state: settled.pages === null ? 'quarantined' : 'waiting', why };
  });
}

function wasWords({ state, member, case: of }: IntakePart): string {
  const whose = member === null ? '' : ` for ${member.name}`;
  if (state !== 'filed') return `${state}${whose}`;
  return of === null ? `let in${whose}` : `filed to ${caseWords(of)}${whose}`;
}

function refuseSettled({ state, member }: IntakePart): void {
  if (state === 'waiting' || state === 'quarantined') return;
  throw new StandingError(
    'part-settled',
    `It is ${state} already${member === null ? '' : `, for ${member.name}`}.`,
    'Undo that first.',
  );
}

function refuseDestroyed({ destroyed, name }: IntakePart): void {
  if (destroyed === null) return;
  throw new StandingError(
    'document-destroyed',
    `“${name}” was destroyed on ${displayDate(destroyed.on)}: it has no pages any more.`,
    'What became of it stays on the log in Intake, Retention.',
  );
}

/** One step of a part as one action with its journal entry. */
function onPart(
  office: Office,
  id: number,
  action: string,
  on: CalendarDate,
  decide: (write: Write, part: IntakePart) => Promise<Filing>,
): Promise<IntakePart> {
  return office.act(async (write) => {
    const db = readableIn(write);
    const part = await existing(db, id);
    refuseDestroyed(part);
    const filing = await decide(write, part);
    await movePart(write, part, filing, on);
    write.journal({
      action,
      subject: 'document',
      subjectId: part.sha256,
      detail: { pages: [part.firstPage, part.lastPage], before: part.state, after: filing },
    });
    return existing(db, id);
  });
}

async function existing(db: Parameters<typeof partById>[0], id: number): Promise<IntakePart> {
  const part = await partById(db, id);
  if (part === null) throw new StandingError('part-unknown', `There is no part ${id} of any document.`);
  return part;
}
