import { copyFile, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { PostalSettings, RunPostal } from '../../../shared/domain/postal.ts';
import { sheetListText } from '../../../shared/domain/sheet-ranges.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { CheckedAddress } from '../../services/postal/check.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `notices spoil RUN --sheets LIST --reason TEXT` */
export async function spoil(call: Call): Promise<CommandResult> {
  const [run = ''] = call.words;
  const sheets = needed(call, 'sheets', 'the sheets, such as 12,15-17');
  const reason = needed(call, 'reason', 'what happened to them');
  const { markSpoiled } = await import('../../services/notices/spoiled.ts');
  const { spoiled } = await withOffice(call, (office) => markSpoiled(office, { run, sheets, reason }));
  const waiting = spoiled.filter(({ reprintedAt }) => reprintedAt === null).map(({ sheet }) => sheet);
  return {
    json: { run, waiting },
    text: `Run ${run}: sheets ${sheetListText(waiting)} wait for their reprint.`,
  };
}

/** `notices cover RUN --out FILE.pdf` */
export async function cover(call: Call): Promise<CommandResult> {
  const [run = ''] = call.words;
  const outFile = resolve(needed(call, 'out', 'the file to write'));
  const { printCover } = await import('../../services/notices/cover.ts');
  const { sheets, sha256, file } = await withOffice(call, (office) => printCover(office, { run, outFile }));
  return { json: { pages: sheets, sha256, file }, text: `Cover sheet of run ${run} written.\n${file}` };
}

/** `notices trays RUN` */
export async function trays(call: Call): Promise<CommandResult> {
  const [run = ''] = call.words;
  const { runPostal } = await import('../../services/postal/run-postal.ts');
  const postal = await withOffice(call, (office) => runPostal(office, run));
  return { json: postal, text: traysText(run, postal) };
}

function traysText(run: string, postal: RunPostal): string {
  const { pieces, fiveDigit, threeDigit, mixed, foreign, groups, findings } = postal;
  return [
    `Run ${run}: ${pieces} pieces, ${(postal.totalOunces / 16).toFixed(1)} lb, in ${postal.trays} trays: ${fiveDigit} in 5-digit, ${threeDigit} in 3-digit, ${mixed} in mixed trays, ${foreign} foreign.`,
    ...groups.map(
      (group) =>
        `  ${group.level}${group.zip === '' ? '' : ` ${group.zip}`}: ${group.pieces} pieces, sheets ${group.firstSheet} to ${group.lastSheet}`,
    ),
    ...findings.map(({ text, count }) => `  ${text}: ${count}`),
  ].join('\n');
}

/** `notices sent RUN MEMBER_NO [--out FILE]` */
export async function sent(call: Call): Promise<CommandResult> {
  const [run = '', memberNo = ''] = call.words;
  const out = call.text('out');
  const { sentPage } = await import('../../services/notices/sent-page.ts');
  const { refuseOwnFile } = await import('../../services/own-files.ts');
  const { documentPath } = await import('../../documents/store.ts');
  return withOffice(call, async (office) => {
    const found = await sentPage(office, run, memberNo);
    if (out !== null) {
      const document = found.sha256 === null ? null : documentPath(office.folder, found.sha256);
      if (document === null)
        throw new StandingError('not-kept', `The e-mail to ${found.memberName} is not kept as a file.`);
      refuseOwnFile(resolve(out));
      await copyFile(document, resolve(out));
    }
    const copied = out === null ? '' : `\n${resolve(out)}`;
    const text =
      found.channel === 'print'
        ? `${found.memberName} (${memberNo}) was sent sheet ${found.sheet} of run ${run}: page ${found.page} of ${found.file}`
        : `${found.memberName} (${memberNo}) was written to at ${found.address} by run ${run} (${found.state}).${found.message === null ? '' : `\n\n${found.message}`}`;
    return { json: found, text: `${text}${copied}` };
  });
}

/** `notices re-evaluate RUN MEMBER_NO` */
export async function reevaluate(call: Call): Promise<CommandResult> {
  const [run = '', memberNo = ''] = call.words;
  const { reevaluatePiece } = await import('../../services/notices/re-evaluate.ts');
  const result = await withOffice(call, (office) => reevaluatePiece(office, run, memberNo, asOfDate(call)));
  return { json: result, text: result.text };
}

/** `notices labels RUN | --members FILE, --out FILE.pdf [--start N]` */
export async function labels(call: Call): Promise<CommandResult> {
  const [run] = call.words;
  const members = call.text('members');
  if ((run === undefined) === (members === null))
    throw new UsageError('notices labels takes a run, or --members FILE with a member number a line');
  const outFile = resolve(needed(call, 'out', 'the file to write'));
  const of = run === undefined ? { memberNos: await numbersIn(members ?? '') } : { run };
  const { printLabels } = await import('../../services/postal/labels.ts');
  const start = call.number('start', 1) ?? 1;
  const report = await withOffice(call, (office) => printLabels(office, { of, start, outFile }));
  return {
    json: report,
    text: [
      `${report.labels} labels on ${report.sheets} ${report.sheets === 1 ? 'sheet' : 'sheets'}.`,
      report.file,
      ...report.without.map(({ memberNo, why }) => `  no label for ${memberNo}: ${why}`),
    ].join('\n'),
  };
}

/** Member numbers of a file: the first word or column of each line; a header line is none. */
async function numbersIn(file: string): Promise<readonly string[]> {
  const text = await readFile(resolve(file), 'utf8').catch((cause: unknown) => {
    throw new StandingError(
      'file-unreadable',
      `${file} cannot be read.`,
      'Name a file with a member number a line.',
      {
        cause,
      },
    );
  });
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => (line.split(/[,;\t]/)[0] ?? '').trim().replace(/^"(.*)"$/, '$1'))
    .filter((word) => word !== '' && word.toLowerCase() !== 'member_no');
}

/** `mail check MEMBER_NO | --run RUN` */
export async function check(call: Call): Promise<CommandResult> {
  const [memberNo] = call.words;
  const run = call.text('run');
  if ((memberNo === undefined) === (run === null))
    throw new UsageError('mail check takes a member number, or --run RUN');
  const { checkMember, checkRun } = await import('../../services/postal/check.ts');
  return withOffice(call, async (office) => {
    if (run !== null) {
      const found = await checkRun(office, run);
      return {
        json: found,
        text: found.length === 0 ? 'Nothing is found about any address.' : found.map(checkedText).join('\n'),
      };
    }
    const found = await checkMember(office, memberNo ?? '');
    return { json: found, text: found === null ? `Member ${memberNo} has no address.` : checkedText(found) };
  });
}

function checkedText({ memberNo, name, findings }: CheckedAddress): string {
  if (findings.length === 0) return `${memberNo} ${name}: nothing is found.`;
  return [`${memberNo} ${name}`, ...findings.map(({ weight, text }) => `  ${weight}: ${text}`)].join('\n');
}

/** `mail postal [--duplex on|off] [--mailer-id N|off] [--service-type NNN] [--barcode-id NN]` */
export async function postal(call: Call): Promise<CommandResult> {
  const { postalSettings, savePostalSettings } = await import('../../services/postal/settings.ts');
  const settings = await withOffice(call, async (office) => {
    const before = await postalSettings(office);
    return savePostalSettings(office, { duplex: duplexOf(call, before), barcode: barcodeOf(call, before) });
  });
  const { duplex, barcode } = settings;
  return {
    json: settings,
    text: [
      duplex ? 'Each sheet is followed by a blank back.' : 'Sheets are printed one after the other.',
      barcode === null
        ? 'No Intelligent Mail barcode is printed.'
        : `Barcodes: Mailer ID ${barcode.mailerId}, service type ${barcode.serviceType}, barcode identifier ${barcode.barcodeId}.`,
    ].join('\n'),
  };
}

function duplexOf(call: Call, { duplex }: PostalSettings): boolean {
  const word = call.text('duplex');
  if (word === null) return duplex;
  if (word !== 'on' && word !== 'off') throw new UsageError(`--duplex ${word} must be on or off`);
  return word === 'on';
}

function barcodeOf(call: Call, { barcode }: PostalSettings): PostalSettings['barcode'] {
  const mailerId = call.text('mailer-id') ?? barcode?.mailerId ?? null;
  const serviceType = call.text('service-type');
  const barcodeId = call.text('barcode-id');
  if (mailerId === 'off') return null;
  if (mailerId === null) {
    if (serviceType === null && barcodeId === null) return null;
    throw new UsageError(
      'mail postal needs --mailer-id with the number that the USPS assigned to the office',
    );
  }
  return {
    mailerId,
    // 300: First-Class Mail without further services (USPS STID table).
    serviceType: serviceType ?? barcode?.serviceType ?? '300',
    barcodeId: barcodeId ?? barcode?.barcodeId ?? '00',
  };
}

function needed(call: Call, option: string, what: string): string {
  const text = call.text(option);
  if (text === null) throw new UsageError(`--${option} is missing: ${what}`);
  return text;
}
