import { readFile } from 'node:fs/promises';
import type { MonthCompleteness, StepCompleteness } from '../../../shared/domain/completeness.ts';
import type { NoticeStep } from '../../../shared/domain/notice-schedule.ts';
import type { SchedulePreview, StepPreview } from '../../../shared/domain/schedule-preview.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayMonth } from '../../../shared/util/dates.ts';
import { dueSteps, monthCompleteness } from '../../services/notices/completeness.ts';
import { previewSchedule } from '../../services/notices/preview-schedule.ts';
import { officeSchedule, saveSchedule } from '../../services/notices/schedule.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { monthOption } from './notices.ts';

/** `notices due` */
export async function due(call: Call): Promise<CommandResult> {
  const steps = await withOffice(call, (office) => dueSteps(office, asOfDate(call), watchedWork(call)));
  const lines = steps.map(
    ({ step, title, month, day, certifications, after }) =>
      `${day}  ${title}, ${displayMonth(month)}: ${certifications} ${certifications === 1 ? 'certification' : 'certifications'} (--kind ${step} --month ${month}${after === null ? '' : ` --again, after ${after}`})`,
  );
  return { json: steps, text: lines.length === 0 ? 'No run is due now.' : lines.join('\n') };
}

/** `notices complete --month YYYY-MM` */
export async function complete(call: Call): Promise<CommandResult> {
  const month = monthOption(call);
  const proof = await withOffice(call, (office) =>
    monthCompleteness(office, month, asOfDate(call), watchedWork(call)),
  );
  return { json: proof, text: proofText(proof) };
}

/** `notices schedule [--set FILE.json [--dry-run] [--month YYYY-MM]]` */
export async function schedule(call: Call): Promise<CommandResult> {
  const file = call.text('set');
  const asOf = asOfDate(call);
  if (file === null) {
    const steps = await withOffice(call, (office) => officeSchedule(office, asOf));
    return { json: { steps }, text: scheduleText(steps) };
  }
  const json = await readJson(file);
  const month = call.text('month') === null ? null : monthOption(call);
  if (call.flag('dry-run')) {
    const preview = await withOffice(call, (office) =>
      previewSchedule(office, { json, month, asOf }, watchedWork(call)),
    );
    return { json: preview, text: previewText(preview) };
  }
  const steps = await withOffice(call, (office) => saveSchedule(office, json, asOf));
  return { json: { steps }, text: `The notice schedule is saved.\n${scheduleText(steps)}` };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new StandingError(
      'schedule-invalid',
      `The file ${file} cannot be read as JSON.`,
      'Start from what “notices schedule --json” shows.',
      { cause },
    );
  }
}

function scheduleText(steps: readonly NoticeStep[]): string {
  return steps.map((step) => `${step.id.padEnd(16)}  ${step.title}: ${when(step)}; ${way(step)}`).join('\n');
}

const ANCHORS: Readonly<Record<NoticeStep['anchor'], string>> = {
  'anniversary-month': 'the first day of the anniversary month',
  'due-date': 'the due date',
  'cycle-end': 'the first day of the month in which the cycle ends',
  lapse: 'the last day of the month of the lapse',
  payment: 'the day on which a year is paid in full',
  selection: 'the first day of the month of the selection',
};

function when({ anchor, offsetDays }: NoticeStep): string {
  if (offsetDays === 0) return `on ${ANCHORS[anchor]}`;
  const days = Math.abs(offsetDays);
  return `${days} ${days === 1 ? 'day' : 'days'} ${offsetDays < 0 ? 'before' : 'after'} ${ANCHORS[anchor]}`;
}

function way({ channel }: NoticeStep): string {
  if (channel === 'print-only') return 'by post only';
  return channel === 'email-first' ? 'by e-mail, else by post' : 'by post, else by e-mail';
}

function proofText({ month, asOf, steps }: MonthCompleteness): string {
  if (steps.length === 0) return `No step of ${displayMonth(month)} was due by ${asOf}.`;
  const missing = steps.reduce((sum, step) => sum + step.missing.length, 0);
  const verdict =
    missing === 0
      ? 'Complete: everyone who should have had a notice has it.'
      : `${missing} are without a notice that they should have had; each is explained above.`;
  return [...steps.map(stepText), verdict].join('\n\n');
}

function stepText({ title, day, should, had, missing, runs }: StepCompleteness): string {
  return [
    `${title}, due from ${day} on: ${should} certifications should have it, ${had} have it, ${missing.length} to explain.`,
    ...missing.map(
      ({ memberNo, memberName, code, text }) =>
        `  ${memberNo} ${memberName}${code === null ? '' : ` ${code}`}: ${text}`,
    ),
    ...runs.map(
      ({ run, selected, toPrint, toEmail, held }) =>
        `  Run ${run}: ${selected} selected = ${toPrint} printed + ${toEmail} e-mailed + ${held} held.`,
    ),
  ].join('\n');
}

function previewText({ from, to, steps, policyValues }: SchedulePreview): string {
  if (steps.length === 0) return 'Nobody would get anything else, or at another time.';
  return [
    `From ${from} to ${to}, if nothing changes till then:`,
    ...steps.map(stepPreviewText),
    ...policyValues.map(({ name, before, after }) => `Policy value ${name}: ${before} → ${after} days.`),
  ].join('\n');
}

function stepPreviewText({
  title,
  before,
  after,
  gained,
  lost,
  moved,
  otherWay,
  changes,
}: StepPreview): string {
  return [
    `${title}: ${before.notices} notices → ${after.notices}; ${gained} more get it, ${lost} no more, ${moved} on another day, ${otherWay} another way.`,
    ...changes
      .slice(0, LISTED)
      .map(
        ({ memberNo, memberName, code, before: was, after: is }) =>
          `  ${memberNo} ${memberName} ${code}: ${planned(was)} → ${planned(is)}`,
      ),
    ...(changes.length > LISTED ? [`  … (--json lists more)`] : []),
  ].join('\n');
}

const LISTED = 10;

function planned(notice: StepPreview['changes'][number]['before']): string {
  return notice === null ? 'none' : `${notice.day} (${notice.way})`;
}
