import { isAuditLetter } from '../../../../shared/domain/audit-letters.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import type { RunKind } from '../../../../shared/domain/notice-schedule.ts';
import { StandingError } from '../../../../shared/ipc/errors.ts';
import { displayDate } from '../../../../shared/util/dates.ts';
import type { Write } from '../../../db/transaction.ts';
import { finalsOfRun } from '../../../repositories/audit-final.ts';
import {
  decisionsToldBy,
  type MailedStep,
  type SentPieces,
  selectedToldBy,
  stepsOfMailing,
} from '../../../repositories/audit-mailing.ts';
import { addStep } from '../../../repositories/audit-writes.ts';
import { dueOn } from '../../../rules/audit/due-on.ts';
import type { Office } from '../../office.ts';
import { officePolicy } from '../../policy.ts';
import { readableIn, restand } from '../../restand.ts';
import { makeFinal, takeFinalBack } from './finality.ts';

/** Whether sending a run moves cases of the audit. */
export function movesCases(kind: RunKind): boolean {
  return kind === 'audit' || isAuditLetter(kind);
}

type Run = { readonly id: string; readonly kind: RunKind };

/**
 * What follows for the cases of the audit when pieces went out, in the transaction that says so: an audit notice makes its cases “Notice
 * sent” and begins the days to answer (PB-AUD-2); the letter of a decision makes it final, and the standings are judged anew. A piece that
 * was held, spoiled or taken out moves nothing; the e-mail that goes beside a sheet neither: the sheet counts.
 * @param sent the day they went out; which piece, where not all that are printed
 */
export async function noteSent(
  office: Office,
  write: Write,
  { id: run, kind }: Run,
  sent: { readonly on: CalendarDate; readonly emailed?: number; readonly printed?: number },
): Promise<void> {
  if (!movesCases(kind)) return;
  const db = readableIn(write);
  const { on, emailed, printed = 'all' } = sent;
  const pieces: SentPieces = emailed === undefined ? { run, printed } : { run, emailed };
  const policy = await officePolicy({ reader: db, resources: office.resources });
  if (kind === 'audit') {
    for (const { audit, memberNo, code } of await selectedToldBy(db, pieces)) {
      const due = dueOn('notice-sent', on, null, policy);
      await addStep(write, audit, { from: 'selected', to: 'notice-sent', on, note: '', ...due, run });
      write.journal({
        action: 'audit.moved',
        subject: 'member',
        subjectId: memberNo,
        detail: {
          ...{ audit, code, run },
          before: { state: 'selected', dueOn: null },
          after: { state: 'notice-sent', on, dueOn: due.dueOn },
        },
      });
    }
    return;
  }
  const told = await decisionsToldBy(db, pieces);
  for (const { position, memberNo, code, ...decision } of told) {
    const how = emailed === undefined ? 'mailed' : 'emailed';
    await makeFinal(write, db, decision, { how, on, piece: { run, position } });
    write.journal({
      action: 'audit.final',
      subject: 'member',
      subjectId: memberNo,
      detail: {
        audit: decision.audit,
        code,
        run,
        before: null,
        after: { outcome: decision.outcome, how, on },
      },
    });
  }
  await restand(
    write,
    told.map(({ memberId }) => memberId),
    policy,
    office.clock.today(),
  );
}

/**
 * What follows when the mailing of a run is taken back: each step that it took is met by one that leads back, and its decisions wait for
 * their letters again. A case whose papers came since stays where it is.
 * @throws StandingError `case-moved-on` where a decision that the mailing made final was appealed since
 */
export async function noteUnsent(office: Office, write: Write, { id: run, kind }: Run): Promise<void> {
  if (!movesCases(kind)) return;
  const db = readableIn(write);
  const on = office.clock.today();
  const policy = await officePolicy({ reader: db, resources: office.resources });
  const note = `The mailing of run ${run} was taken back`;
  const steps = await stepsOfMailing(db, run);
  const finals = new Map((await finalsOfRun(db, run)).map((entry) => [entry.audit, entry]));
  const touched: number[] = [];
  for (const step of steps) {
    const { audit, memberNo, memberId, code, last } = step;
    const final = finals.get(audit);
    if (!last) {
      if (step.to === 'decided') throw movedOn(run, step);
      continue;
    }
    if (step.to === 'decided' && final !== undefined) {
      await takeFinalBack(write, audit, final, { on, note, undoes: step.step });
      touched.push(memberId);
    } else {
      await addStep(write, audit, {
        ...{ from: step.to, to: step.from, on, dueOn: null, value: null, note, run, undoes: step.step },
      });
    }
    write.journal({
      action: 'audit.sending-withdrawn',
      subject: 'member',
      subjectId: memberNo,
      detail: { audit, code, run, before: { state: step.to, on: step.on }, after: { on } },
    });
  }
  await restand(write, touched, policy, on);
}

function movedOn(run: string, { memberNo, audit, on }: MailedStep): StandingError {
  return new StandingError(
    'case-moved-on',
    `Run ${run} made the decision on audit ${audit} of member ${memberNo} final on ${displayDate(on)}, and the case went on since.`,
    'Decide the appeal first; what was final is changed by a new decision.',
  );
}
