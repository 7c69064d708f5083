import { onTestFinished } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { appeal } from '../../../electron/services/audit/desk/appeal.ts';
import { assign } from '../../../electron/services/audit/desk/assign.ts';
import { decideCase, secondReview } from '../../../electron/services/audit/desk/decide.ts';
import { takeStep } from '../../../electron/services/audit/desk/step.ts';
import { substitute } from '../../../electron/services/audit/desk/substitute.ts';
import { withdrawDecision } from '../../../electron/services/audit/desk/withdraw.ts';
import { drawAudit } from '../../../electron/services/audit/draw.ts';
import { type Office, openOffice } from '../../../electron/services/office.ts';
import type { AuditLetterKind } from '../../../shared/domain/audit-letters.ts';
import type { AuditOutcome } from '../../../shared/domain/facts.ts';
import { optionsFor, sampleOffice, TODAY } from '../../temp-office.ts';
import { findAll, seen, sendLetters } from './desk-office.ts';

const NOW = { reason: 'The papers say so', citation: null } as const;

/** The audit of 2026 worked by two reviewers over some weeks, every kind of case in it. */
export interface Campaign {
  readonly office: Office;
  /** Every drawn case, and some by the part they play. */
  readonly audits: readonly number[];
  readonly three: number;
  readonly six: number;
  readonly seven: number;
  readonly lastDay: string;
}

/**
 * Draws eight cases and works them: 1 compliant; 2 asked for more, then compliant; 3 not decided after a disagreement, extended twice; 4
 * non-compliant, appealed and reversed; 5 non-compliant, appealed and upheld; 6 an activity substituted, non-compliant, its letter not
 * sent; 7 without an answer, non-compliant once a first decision was withdrawn; 8 selected only.
 */
export async function workedCampaign(): Promise<Campaign> {
  let office = await sampleOffice(400);
  const made = await drawAudit(
    office,
    { year: 2026, rate: null, size: 8, seed: 'a lottery', reason: null },
    TODAY,
    unwatchedWork(),
  );
  const opened = office.db.sqlite
    .prepare<[string], number>(
      'SELECT id FROM audit WHERE draw_id IS NOT NULL AND selected_on = ? ORDER BY id',
    )
    .pluck()
    .all(TODAY);
  if (opened.length !== made.selected.length) throw new Error('The draw opened other audits.');
  const enough: number[] = [];
  for (const audit of opened) {
    const { activities, required } = await seen(office, audit);
    if (activities.reduce((sum, { counted }) => sum + counted, 0) >= required) enough.push(audit);
  }
  // Whoever attested has no activities that could be shown.
  const audits = [...enough, ...opened.filter((audit) => !enough.includes(audit))];
  const [one = 0, two = 0, four = 0, six = 0, three = 0, five = 0, seven = 0] = audits;
  let today = TODAY;

  const on = async (day: string, actor: string) => {
    await office.close();
    today = day;
    office = await openOffice({ ...optionsFor(office.folder, day), actor });
    const again = office;
    onTestFinished(async () => {
      if (again.db.sqlite.open) await again.close();
    });
  };
  const step = (audit: number, ...to: readonly Parameters<typeof takeStep>[1]['to'][]) =>
    inTurn(to, (one) => takeStep(office, { audit, to: one, on: today, note: 'As it came' }));
  const decide = (audit: number, outcome: AuditOutcome) => decideCase(office, { audit, outcome, ...NOW });
  const second = (audit: number, agrees: boolean) =>
    secondReview(office, { audit, by: null, agrees, note: agrees ? '' : 'Page 3 shows the hours' });

  const send = (kind: AuditLetterKind) => sendLetters(office, kind, today);

  await assign(office, { audits: [one, two, three], owner: 'Ana' });
  await inTurn([one, two, three, four, five, six, seven], (audit) => step(audit, 'notice-sent'));
  await on('2026-12-05', 'Ana');
  await inTurn([one, two, three, four, five, six], (audit) => step(audit, 'received', 'in-review'));
  await findAll(office, one, 'accepted');
  await on('2026-12-08', 'Ana');
  await decide(one, 'compliant');
  await send('audit-compliant');
  await findAll(office, two, 'rejected', 'name-missing');
  await step(two, 'more-asked');
  await findAll(office, three, 'rejected', 'hours-not-shown');
  await decide(three, 'non-compliant');
  await findAll(office, four, 'rejected', 'not-related');
  await decide(four, 'non-compliant');
  await findAll(office, five, 'rejected', 'duplicate');
  await decide(five, 'non-compliant');
  await findAll(office, six, 'rejected', 'not-proof');
  const [replaced] = (await seen(office, six, today)).activities.filter(({ excluded }) => excluded === null);
  const { cycleEnd } = await seen(office, six, today);
  await substitute(office, { audit: six, replaces: replaced?.activity ?? 0, draft: course(cycleEnd) });
  await on('2026-12-20', 'Ben');
  await second(three, false);
  await second(four, true);
  await second(five, true);
  await send('audit-non-compliant');
  await step(two, 'received', 'in-review');
  await findAll(office, two, 'accepted');
  await on('2027-01-04', 'Ana');
  await decide(two, 'compliant');
  await send('audit-compliant');
  await step(three, 'extension', 'in-review', 'extension');
  await inTurn([four, five], (audit) =>
    appeal(office, { audit, receivedOn: today, grounds: 'The certificates came later', approvedBy: null }),
  );
  await findAll(office, four, 'accepted');
  await decide(four, 'compliant');
  await decide(five, 'non-compliant');
  await step(seven, 'in-review');
  await decide(seven, 'non-compliant');
  await on('2027-01-11', 'Ben');
  await second(five, true);
  await second(seven, true);
  await withdrawDecision(office, { audit: seven, reason: 'Look into the queue once more' });
  await on('2027-01-11', 'Ana');
  await decide(seven, 'non-compliant');
  await findAll(office, six, 'rejected', 'not-proof');
  await decide(six, 'non-compliant');
  await on('2027-01-11', 'Ben');
  await second(seven, true);
  await send('audit-appeal-decision');
  await send('audit-non-compliant');
  await second(six, true);
  const lastDay = '2027-03-01';
  await on(lastDay, 'Dana');
  return { office, audits, three, six, seven, lastDay };
}

/** One after the other. */
async function inTurn<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of all) await act(one);
}

function course(completedOn: string): Parameters<typeof substitute>[1]['draft'] {
  return {
    category: 'professional-education',
    title: 'Sterile technique refresher',
    provider: 'County College',
    completedOn,
    employedFrom: null,
    employedTo: null,
    hours: 5,
    claimed: null,
    criteria: { job: true, knowledge: false, degree: false },
    source: 'staff',
    evidence: 'seen',
  };
}
