import { resolve } from 'node:path';
import { type AuditDraw, EXCLUSION_WORDS } from '../../../shared/domain/audit-draw.ts';
import { chanceToCatch, sizeToCatch } from '../../../shared/domain/audit-sample.ts';
import { CERTIFICATION_CODES } from '../../../shared/domain/codes.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { auditDraws, drawAudit } from '../../services/audit/draw.ts';
import { auditForCause } from '../../services/audit/for-cause.ts';
import { checkDraw, exportPopulation } from '../../services/audit/repeat.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `audit draw --year YYYY [--rate R | --size N] [--seed S] [--reason TEXT]` */
export async function draw(call: Call): Promise<CommandResult> {
  const size = call.number('size', 1);
  const rate = call.text('rate') === null ? null : share(call, 'rate');
  if (size !== null && rate !== null) throw new UsageError('audit draw takes --rate or --size, not both');
  const order = { year: yearOf(call), rate, size, seed: call.text('seed'), reason: call.text('reason') };
  if (order.seed?.trim() === '') throw new UsageError('--seed is empty; leave it out for one at random');
  const made = await withOffice(call, (office) =>
    drawAudit(office, order, asOfDate(call), watchedWork(call)),
  );
  return { json: made, text: [...drawLines(made), ...made.selected].join('\n') };
}

/** `audit list` */
export async function list(call: Call): Promise<CommandResult> {
  const draws = await withOffice(call, (office) => auditDraws(office));
  return {
    json: draws,
    text: draws.length === 0 ? 'No audit was drawn yet.' : draws.flatMap(drawLines).join('\n'),
  };
}

/** `audit population --year YYYY [--draw N] --out FILE` */
export async function population(call: Call): Promise<CommandResult> {
  const out = call.text('out');
  if (out === null) throw new UsageError('--out is missing; name the file to write');
  const made = await withOffice(call, (office) =>
    exportPopulation(office, yearOf(call), call.number('draw', 1), resolve(out)),
  );
  return { json: made, text: `${made.population} certifications in ${made.file}\nSHA-256 ${made.sha256}` };
}

/** `audit check --year YYYY [--draw N]` */
export async function check(call: Call): Promise<CommandResult> {
  const found = await withOffice(call, (office) =>
    checkDraw(office, yearOf(call), call.number('draw', 1), asOfDate(call), watchedWork(call)),
  );
  const what = `Draw ${found.draw} of ${found.campaign}`;
  if (found.ok) return { json: found, text: `${what} repeats, from the same population.` };
  return { json: found, text: '', refused: `${what} does not agree. ${found.problems.join(' ')}` };
}

/** `audit sample-size --population N --bad SHARE [--chance SHARE] [--size N]` */
export async function sampleSize(call: Call): Promise<CommandResult> {
  const count = call.number('population', 1);
  if (count === null) throw new UsageError('--population is missing; write how many can be drawn');
  if (call.text('bad') === null)
    throw new UsageError('--bad is missing; write the share that may fail, such as 0.03');
  const bad = Math.max(1, Math.round(count * share(call, 'bad')));
  const asked = call.number('size', 1);
  const chance = call.text('chance') === null ? 0.95 : share(call, 'chance');
  const size = Math.min(count, asked ?? sizeToCatch(count, bad, chance));
  const caught = chanceToCatch(count, bad, size);
  return {
    json: { population: count, bad, size, chance: caught },
    text: `${size} of ${count}: a chance of ${(caught * 100).toFixed(1)} % to catch at least one where ${bad} would fail.`,
  };
}

/** `audit for-cause MEMBER_NO CODE --reason TEXT` */
export async function forCause(call: Call): Promise<CommandResult> {
  const [memberNo = '', typed = ''] = call.words;
  const code = CERTIFICATION_CODES.find((one) => one === typed.toUpperCase());
  if (code === undefined)
    throw new UsageError(`${typed} is no certification; write one of ${CERTIFICATION_CODES.join(' ')}`);
  const order = { memberNo, code, reason: call.text('reason') ?? '' };
  const opened = await withOffice(call, (office) => auditForCause(office, order, asOfDate(call)));
  return {
    json: opened,
    text: `The cycle of ${memberNo} ${code} from ${displayDate(opened.cycleStart)} to ${displayDate(opened.cycleEnd)} is audited for cause.`,
  };
}

function drawLines(draw: AuditDraw): readonly string[] {
  const excluded = Object.entries(EXCLUSION_WORDS).flatMap(([why, words]) => {
    const count = draw.excluded[why as keyof typeof EXCLUSION_WORDS] ?? 0;
    return count === 0 ? [] : [`  ${count} left out: ${words}`];
  });
  return [
    `Audit ${draw.campaign}, draw ${draw.draw} of ${displayDate(draw.drawnOn)} by ${draw.drawnBy}: ${draw.selected.length} of ${draw.population}, seed ${draw.seed}`,
    ...(draw.reason === '' ? [] : [`  because: ${draw.reason}`]),
    `  population SHA-256 ${draw.populationSha256}`,
    ...excluded,
  ];
}

function yearOf(call: Call): number {
  const text = call.text('year');
  if (text === null) throw new UsageError('--year is missing; write the year of the audit, such as 2027');
  if (!/^\d{4}$/.test(text)) throw new UsageError(`--year ${text} is no year; write it as 2027`);
  return Number(text);
}

function share(call: Call, option: string): number {
  const text = call.text(option) ?? '';
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value <= 1))
    throw new UsageError(`--${option} ${text} must be more than 0 and at most 1, such as 0.05`);
  return value;
}
