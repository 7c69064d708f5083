import { expect } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { recogniseSlip } from '../../../electron/services/attestations/recognise.ts';
import {
  previewUndo,
  recordAttestation,
  undoRecorded,
} from '../../../electron/services/attestations/record.ts';
import { correctFact } from '../../../electron/services/cycles/correct.ts';
import { memberCycles } from '../../../electron/services/cycles/member-cycles.ts';
import { reopenCycle } from '../../../electron/services/cycles/reopen.ts';
import { reversalChoices } from '../../../electron/services/lapse/choices.ts';
import { reverseLapse } from '../../../electron/services/lapse/reverse.ts';
import type { Office } from '../../../electron/services/office.ts';
import {
  correctActivity,
  previewCounter,
  withdrawActivity,
} from '../../../electron/services/points/counter.ts';
import { enterActivity } from '../../../electron/services/points/enter.ts';
import { previewActivity } from '../../../electron/services/points/preview.ts';
import { decidePolicy } from '../../../electron/services/policy/decide.ts';
import { previewStanding } from '../../../electron/services/preview/preview-standing.ts';
import { applicationView } from '../../../electron/services/recertification/view.ts';
import { explain } from '../../../electron/services/standing.ts';
import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { FactChange } from '../../../shared/domain/cycles.ts';
import type { StandingChange } from '../../../shared/domain/points.ts';
import { isUndecided } from '../../../shared/domain/recertification-steps.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { addDays } from '../../../shared/util/dates.ts';
import { TODAY } from '../../temp-office.ts';
import { complete, start, step } from '../recertification/lapsed-office.ts';
import { sweepOn } from './cycle-office.ts';
import type { Action } from './random-acts.ts';

function pick(office: Office, sql: string, n: number): number {
  const ids = office.db.sqlite.prepare<[], number>(sql).pluck().all();
  return ids[n % Math.max(1, ids.length)] ?? 0;
}

const reason = 'at random';
const VALUES = [
  ['points-required.RMA', 20],
  ['points-required.MT', 60],
  ['points-grace-days', 90],
  ['points-grace-days', 4000],
  ['lapse-after-months', 12],
  ['annual-fee.RMA', 0],
  ['annual-fee.RPT', 80_00],
  ['points-cap.professional-education', 10],
  ['exam-only-after-years', 2],
  ['points-per-hour.professional-education', 2],
  ['ccp-bound-from', '2003-01-01'],
  ['employment-last-day', '2022-12-31'],
  ['points-attention-days', 30],
] as const;

async function briefs(office: Office, memberNo: string) {
  const standings = await explain(office, memberNo, TODAY);
  return Object.fromEntries(
    standings.map(
      ({
        code,
        status,
        cycle: { start: cycleStart, end: cycleEnd, required, counted, outstanding, attested },
      }) => [code, { status, cycleStart, cycleEnd, required, counted, outstanding, attested }],
    ),
  );
}

async function holds(office: Office, memberNo: string, changes: readonly StandingChange[]) {
  const now = await briefs(office, memberNo);
  for (const { code, after } of changes) expect(after, `as foreseen for ${code}`).toEqual(now[code]);
}

function owner(office: Office, activity: number): string {
  return (
    office.db.sqlite
      .prepare<[number], string>(
        'SELECT m.member_no FROM activity a JOIN member m ON m.id = a.member_id WHERE a.id = ?',
      )
      .pluck()
      .get(activity) ?? ''
  );
}

/** Does it, and holds what was foreseen of it against what came. */
export async function perform(office: Office, a: Action): Promise<void> {
  const activity = (n: number) =>
    pick(office, 'SELECT id FROM activity WHERE withdrawn_on IS NULL ORDER BY id DESC', n);
  const open = (n: number) =>
    pick(office, 'SELECT id FROM recertification_application WHERE closed_on IS NULL ORDER BY id DESC', n);
  switch (a.does) {
    case 'enter': {
      const order = { ...a.typed, memberNo: a.member };
      const preview = await previewActivity(office, order, TODAY);
      await enterActivity(office, order, true);
      await holds(
        office,
        a.member,
        preview.verdicts.map(({ change }) => change),
      );
      return;
    }
    case 'correct': {
      const id = activity(a.nth);
      const preview = await previewCounter(office, id, a.typed, TODAY);
      await correctActivity(office, { activity: id, draft: a.typed, reason, confirmDoubts: true });
      await holds(office, owner(office, id), preview.changes);
      return;
    }
    case 'withdraw': {
      const id = activity(a.nth);
      const preview = await previewCounter(office, id, null, TODAY);
      await withdrawActivity(office, { activity: id, reason });
      await holds(office, owner(office, id), preview.changes);
      return;
    }
    case 'attest': {
      const [memberNo, code] = a.holding;
      const { slip } = await recogniseSlip(office, memberNo, a.day, TODAY);
      await recordAttestation(office, { of: { memberNo }, codes: [code], attestedOn: a.day });
      await holds(
        office,
        memberNo,
        (slip?.cycles ?? []).filter((one) => one.code === code).map(({ change }) => change),
      );
      return;
    }
    case 'unattest': {
      const attestation = pick(
        office,
        'SELECT id FROM attestation WHERE undone_on IS NULL ORDER BY id DESC',
        a.nth,
      );
      const foreseen = await previewUndo(office, attestation, TODAY);
      const { memberNo } = await undoRecorded(office, { attestation, reason });
      await holds(office, memberNo, foreseen);
      return;
    }
    case 'redate': {
      const [memberNo, code] = a.holding;
      const is = office.db.sqlite
        .prepare<[string, string], { c: string; r: string | null }>(
          'SELECT c.certified_on AS c, c.recertified_on AS r FROM certification c JOIN member m ON m.id = c.member_id WHERE m.member_no = ? AND c.code = ?',
        )
        .get(memberNo, code);
      const kind = is?.r !== null && a.kind === 'recertified-on' ? 'recertified-on' : 'certified-on';
      const was = (kind === 'certified-on' ? is?.c : is?.r) ?? TODAY;
      return corrected(office, memberNo, {
        kind,
        code,
        date: typeof a.day === 'string' ? a.day : addDays(was, a.day),
      });
    }
    case 'redate-attestation': {
      const [memberNo, code] = a.holding;
      const cycles =
        (await memberCycles(office, memberNo, TODAY)).certifications.find((one) => one.code === code)
          ?.cycles ?? [];
      const cycle = cycles[a.nth % Math.max(1, cycles.length)];
      if (cycle === undefined) return;
      return corrected(office, memberNo, { kind: 'attested', code, cycleStart: cycle.start, date: a.day });
    }
    case 'redate-activity': {
      const id = activity(a.nth);
      const job =
        office.db.sqlite
          .prepare<[number], string>('SELECT category FROM activity WHERE id = ?')
          .pluck()
          .get(id) === 'employment-verification';
      return corrected(
        office,
        owner(office, id),
        job
          ? { kind: 'employed', activity: id, from: a.day, to: a.to }
          : { kind: 'completed-on', activity: id, date: a.day },
      );
    }
    case 'reopen': {
      const rolls = office.db.sqlite
        .prepare<[], { memberNo: string; code: CertificationCode; cycleStart: string }>(
          `SELECT m.member_no AS memberNo, c.code, r.cycle_start AS cycleStart FROM rolled_cycle r JOIN certification c ON c.id = r.certification_id
           JOIN member m ON m.id = c.member_id LEFT JOIN worklist_finding f ON f.item = 'c' || c.id || ':' || r.cycle_start AND f.list = 'unsupported'
           WHERE r.reopened_on IS NULL ORDER BY f.item IS NULL, r.id`,
        )
        .all();
      const roll = rolls[a.nth % Math.max(1, Math.min(3, rolls.length))];
      if (roll === undefined) return;
      await reopenCycle(office, { ...roll, citation: 'SC-CCP-7', reason, approvedBy: 'Maya' });
      return;
    }
    case 'reverse': {
      const [memberNo, code] = a.holding;
      const found = await reversalChoices(office, { memberNo, code }, TODAY);
      const changes: FactChange[] = [];
      if (a.how % 2 === 0 && found.years.length > 0)
        changes.push({ kind: 'fees-waived', code, years: found.years.map(({ yearStart }) => yearStart) });
      if (a.how > 1 && found.cycle !== null)
        changes.push({ kind: 'attested', code, cycleStart: found.cycle.start, date: found.cycle.end });
      for (const cycleStart of found.audits) changes.push({ kind: 'audit-compliant', code, cycleStart });
      await reverseLapse(office, {
        memberNo,
        code,
        changes,
        citation: 'SC-LAPSE-1',
        reason,
        approvedBy: 'Maya',
      });
      return;
    }
    case 'start': {
      const [memberNo, code] = a.holding;
      await start(office, memberNo, code, a.by, a.day);
      return;
    }
    case 'step': {
      await startOne(office, a.nth);
      const view = await applicationView(office, open(a.nth));
      if (a.complete && view.next.some(({ hindered }) => hindered !== null) && isUndecided(view.status))
        await complete(office, view);
      const next = view.next[a.nth % Math.max(1, view.next.length)]?.to;
      if (next === undefined) return;
      await step(office, view.application, next, {
        on: a.day > TODAY ? TODAY : a.day,
        reason,
        examOn: TODAY,
      });
      return;
    }
    case 'recertify': {
      await startOne(office, a.nth);
      const view = await applicationView(office, open(a.nth));
      await complete(office, view);
      const on = a.day > TODAY || a.day < view.receivedOn ? TODAY : a.day;
      await step(office, view.application, 'under-review', { on });
      await step(office, view.application, 'approved', { on });
      if (view.route === 'ccp') return;
      await step(office, view.application, 'authorised', { on });
      await step(office, view.application, 'scheduled', { on, examOn: on });
      await step(office, view.application, 'passed', { on });
      await step(office, view.application, 'badge', { on: TODAY });
      return;
    }
    case 'policy': {
      const [name, value] = VALUES[a.nth % VALUES.length] ?? VALUES[0];
      const told = { reason, reference: 'Board', approvedBy: 'Maya' };
      if (a.back) {
        await decidePolicy(
          office,
          {
            kind: 'withdraw',
            decision: pick(office, 'SELECT id FROM policy_decision ORDER BY id DESC', a.nth),
            reason,
            approvedBy: 'Maya',
          },
          TODAY,
          unwatchedWork(),
        );
        return;
      }
      await decidePolicy(office, { kind: 'set', name, value, from: a.day, ...told }, TODAY, unwatchedWork());
      return;
    }
    case 'sweep':
      await sweepOn(office);
      return;
  }
}

async function startOne(office: Office, n: number): Promise<void> {
  if (pick(office, 'SELECT id FROM recertification_application WHERE closed_on IS NULL', 0) > 0) return;
  const rows = office.db.sqlite
    .prepare<[], { memberNo: string; code: CertificationCode; since: string }>(
      'SELECT m.member_no AS memberNo, c.code, s.lapse_since AS since FROM standing s JOIN certification c ON c.id = s.certification_id JOIN member m ON m.id = c.member_id WHERE s.lapse_since IS NOT NULL ORDER BY c.id',
    )
    .all();
  const one = rows[n % Math.max(1, rows.length)];
  if (one === undefined) return;
  await start(office, one.memberNo, one.code, n % 2 === 0 ? 'ccp' : 'exam', addDays(TODAY, -(n * 5)));
}

async function corrected(office: Office, memberNo: string, change: FactChange): Promise<void> {
  const preview = await previewStanding(office, { memberNo, change }, TODAY);
  await correctFact(office, { memberNo, change, reason });
  const now = await explain(office, memberNo, TODAY);
  for (const { code, after } of preview.certifications) {
    const is = now.find((one) => one.code === code);
    const bare = (s: Standing | undefined) =>
      s && { ...s, cycle: { ...s.cycle, excluded: s.cycle.excluded.map(({ why }) => why).toSorted() } };
    expect(bare(is), `as foreseen for ${code}`).toEqual(bare(after));
  }
}
