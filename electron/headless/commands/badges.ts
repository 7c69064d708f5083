import { resolve } from 'node:path';
import {
  BADGE_REASONS,
  BADGE_STEPS,
  type BadgeExportReport,
  type BadgeRequest,
  DRIFT_KINDS,
  type DriftReport,
  HOLD_TEXTS,
} from '../../../shared/domain/badges.ts';
import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import { writeCorrections } from '../../services/badges/correct.ts';
import { driftReport } from '../../services/badges/drift.ts';
import { exportBadges } from '../../services/badges/export.ts';
import { listExports } from '../../services/badges/exports.ts';
import { importCredly } from '../../services/badges/import.ts';
import { listRequests, requestFor, withdraw } from '../../services/badges/requests.ts';
import {
  badgeSettings,
  badgeSettingsView,
  saveTemplates,
  takeTemplateFile,
} from '../../services/badges/settings.ts';
import { writeAgain } from '../../services/badges/write-files.ts';
import { countOf } from '../../services/payments/words.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { codeOf, idOf, needText, SHOWN } from './money-options.ts';

/** `badges list [--step S] [--member NO]` */
export async function list(call: Call): Promise<CommandResult> {
  const step = oneOf(call, 'step', BADGE_STEPS);
  const memberNo = call.text('member');
  const found = await withOffice(call, (office) =>
    listRequests(office, { step, memberNo, offset: 0, limit: SHOWN }),
  );
  return {
    json: found,
    text: found.rows.length === 0 ? 'No badge was asked for.' : found.rows.map(requestText).join('\n'),
  };
}

/** `badges request MEMBER_NO CODE [--reason R]` */
export async function request(call: Call): Promise<CommandResult> {
  const [memberNo = '', code = ''] = call.words;
  const asked = { memberNo, code: codeOf(code), reason: oneOf(call, 'reason', BADGE_REASONS) };
  const made = await withOffice(call, (office) => requestFor(office, asked));
  return { json: made, text: requestText(made) };
}

/** `badges withdraw REQUEST --reason TEXT` */
export async function withdrawOne(call: Call): Promise<CommandResult> {
  const number = idOf(call.words[0], 'a request');
  const reason = needText(call, 'reason', 'why');
  const made = await withOffice(call, (office) => withdraw(office, number, reason));
  return { json: made, text: requestText(made) };
}

/** `badges export --out DIR [--again REQUEST …]` */
export async function exportFiles(call: Call): Promise<CommandResult> {
  const folder = resolve(needText(call, 'out', 'the folder for the files'));
  const named = call.list('again').map((word) => idOf(word, 'a request'));
  const order = { folder, again: named.length === 0 ? null : named };
  const report = await withOffice(call, (office) => exportBadges(office, order, watchedWork(call)));
  return { json: report, text: exportText(report).join('\n') };
}

/** `badges exports [EXPORT --out DIR]` */
export async function exports(call: Call): Promise<CommandResult> {
  const [word] = call.words;
  if (word !== undefined) {
    const number = idOf(word, 'an export');
    const folder = resolve(needText(call, 'out', 'the folder for the files'));
    const files = await withOffice(call, (office) => writeAgain(office, number, folder));
    return { json: { export: number, files }, text: files.map(({ file }) => file).join('\n') };
  }
  const found = await withOffice(call, listExports);
  const lines = found.flatMap(({ export: number, kind, exportedOn, files }) =>
    files.map(({ name, rows }) => `${number}  ${exportedOn}  ${kind}  ${name}  ${countOf(rows, 'row')}`),
  );
  return { json: found, text: lines.length === 0 ? 'Nothing was exported yet.' : lines.join('\n') };
}

/** `badges import FILE.csv` */
export async function importFile(call: Call): Promise<CommandResult> {
  const file = resolve(call.words[0] ?? '');
  const report = await withOffice(call, (office) => importCredly(office, file, watchedWork(call)));
  const { rows, added, changed, unchanged, unmatched, rejected } = report;
  return {
    json: report,
    text: [
      `${countOf(rows, 'row')}: ${countOf(added, 'badge')} added, ${changed} changed, ${unchanged} as before, ${countOf(rejected.length, 'row')} rejected; ${countOf(unmatched, 'badge is', 'badges are')} of nobody known.`,
      ...rejected.map(({ row, column, message }) => `  row ${row}, ${column}: ${message}`),
    ].join('\n'),
  };
}

/** `badges drift [--out DIR]` */
export async function drift(call: Call): Promise<CommandResult> {
  const out = call.text('out');
  const asOf = asOfDate(call);
  const work = watchedWork(call);
  return withOffice(call, async (office) => {
    const report = await driftReport(office, asOf, work);
    if (out === null) return { json: report, text: driftText(report) };
    const written = await writeCorrections(office, { folder: resolve(out), asOf }, work);
    const revoke =
      written.revoke === null
        ? []
        : [`${written.revoke.rows} to revoke by hand at Credly: ${written.revoke.file}`];
    return {
      json: { ...report, written },
      text: [driftText(report), ...exportText(written), ...revoke].join('\n'),
    };
  });
}

/** `badges setup [--template CODE=ID …] [--columns FILE.csv]` */
export async function setup(call: Call): Promise<CommandResult> {
  const given = call.list('template').map(templateWord);
  const columns = call.text('columns');
  const settings = await withOffice(call, async (office) => {
    if (columns !== null) await takeTemplateFile(office, resolve(columns), watchedWork(call));
    if (given.length > 0) {
      const { templates } = await badgeSettings(office);
      await saveTemplates(office, { ...templates, ...Object.fromEntries(given) });
    }
    return badgeSettingsView(office);
  });
  const ids = CERTIFICATION_CODES.map(
    (code) => `${code.padEnd(4)}  ${settings.templates[code] ?? 'no template'}`,
  );
  const from = settings.columnsFrom === null ? 'that ship' : `of ${settings.columnsFrom.file}`;
  const filled = settings.mapped.map(({ header, field }) =>
    field === null ? header : `${header} ← ${field}`,
  );
  return { json: settings, text: [...ids, `Columns ${from}: ${filled.join(', ')}`].join('\n') };
}

function templateWord(word: string): readonly [CertificationCode, string] {
  const at = word.indexOf('=');
  if (at < 0) throw new UsageError(`--template ${word} is not understood; write CODE=ID, or CODE= for none`);
  return [codeOf(word.slice(0, at)), word.slice(at + 1)];
}

function oneOf<Value extends string>(call: Call, option: string, values: readonly Value[]): Value | null {
  const text = call.text(option);
  if (text === null) return null;
  const value = values.find((one) => one === text);
  if (value !== undefined) return value;
  throw new UsageError(`--${option} ${text} is not known; it is one of: ${values.join(', ')}`);
}

function requestText({
  request,
  memberNo,
  name,
  code,
  step,
  hold,
  requestedOn,
  exportedIn,
}: BadgeRequest): string {
  const why = hold === null ? '' : `: ${HOLD_TEXTS[hold]}`;
  const file = exportedIn === null ? '' : ` (export ${exportedIn})`;
  return `${request}  ${requestedOn}  ${memberNo} ${name}, ${code}: ${step}${file}${why}`;
}

function exportText({ export: number, rows, files, held }: BadgeExportReport): readonly string[] {
  return [
    number === null ? 'Nothing waits to be exported.' : `Export ${number}: ${countOf(rows, 'badge')}.`,
    ...files.map(({ file, rows: some }) => `  ${file}  ${countOf(some, 'row')}`),
    ...held.map(
      ({ memberNo, name, code, hold }) => `  held: ${memberNo} ${name}, ${code}: ${HOLD_TEXTS[hold]}`,
    ),
  ];
}

function driftText({ importedOn, certifications, badges, counts, total, rows }: DriftReport): string {
  const said = DRIFT_KINDS.filter((kind) => counts[kind] > 0).map((kind) => `${counts[kind]} ${kind}`);
  return [
    `${certifications} certifications against ${badges} badges as of Credly’s list of ${importedOn}: ${total === 0 ? 'no difference.' : `${said.join(', ')}.`}`,
    ...rows.map(
      ({ kind, memberNo, name, code, ours, theirs, text }) =>
        `  ${kind}: ${memberNo} ${name}${code === null ? '' : `, ${code}`}: here ${ours}, there ${theirs}. ${text}`,
    ),
  ].join('\n');
}
