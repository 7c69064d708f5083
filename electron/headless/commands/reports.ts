import { resolve } from 'node:path';
import type { MemberPaperRequest, PaperEmailReport } from '../../../shared/domain/papers.ts';
import {
  AGE_BUCKETS,
  AGED_GROUPS,
  type AgedReceivables,
  type BookFile,
  type Period,
  type PrintedPaper,
} from '../../../shared/domain/reports.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { firstDayOfMonth } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { passwordFromEnvironment } from './email.ts';
import { dateOf, idOf } from './money-options.ts';

/** `statement MEMBER_NO [--from DATE] [--to DATE] [--out FILE.pdf | --email [--to-folder DIR]]` */
export async function statement(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const period = {
    from: dateOf(call, 'from', '1900-01-01'),
    to: dateOf(call, 'to', asOfDate(call)),
  };
  const given = await givenOut(call, { kind: 'statement', memberNo, ...period });
  if (given !== null) return given;
  const { memberStatement } = await import('../../services/reports/statement.ts');
  const found = await withOffice(call, (office) => memberStatement(office, memberNo, period));
  const lines = found.lines.map(
    ({ on, text, code, cents, balanceCents }) =>
      `${on}  ${code.padEnd(4)}  ${displayCents(cents).padStart(10)}  ${displayCents(balanceCents).padStart(10)}  ${text}`,
  );
  return {
    json: found,
    text: [
      call.text('from') === null
        ? `${found.name}, ${memberNo}`
        : `${found.name}, ${memberNo}: ${displayCents(found.openingCents)} owed before ${found.from}`,
      ...lines,
      `${displayCents(found.closingCents)} owed at the end of ${found.to}${found.closingCents < 0 ? ' (credit)' : ''}`,
    ].join('\n'),
  };
}

/** `payments receipt PAYMENT --out FILE.pdf | --email [--to-folder DIR]` */
export async function receipt(call: Call): Promise<CommandResult> {
  const payment = idOf(call.words[0], 'a payment');
  const given = await givenOut(call, { kind: 'receipt', payment });
  if (given !== null) return given;
  throw new UsageError('--out FILE.pdf or --email is missing: where the receipt goes');
}

/** `deposit slip DEPOSIT --out FILE.pdf` */
export async function slip(call: Call): Promise<CommandResult> {
  const deposit = idOf(call.words[0], 'a deposit');
  const file = needOut(call);
  const { printPaper } = await import('../../services/reports/papers.ts');
  return printed(
    await withOffice(call, (office) => printPaper(office, { kind: 'deposit-slip', deposit }, file)),
  );
}

/** A member's paper, printed into a file or e-mailed; null where neither is asked for. */
async function givenOut(call: Call, paper: MemberPaperRequest): Promise<CommandResult | null> {
  const out = call.text('out');
  const folder = call.text('to-folder');
  const email = call.flag('email') || folder !== null;
  if (out !== null && email)
    throw new UsageError('--out prints it and --email sends it: give one of them at a time');
  if (out !== null) {
    const { printPaper } = await import('../../services/reports/papers.ts');
    return printed(await withOffice(call, (office) => printPaper(office, paper, resolve(out))));
  }
  if (!email) return null;
  const { emailPaper } = await import('../../services/reports/email-paper.ts');
  const order = {
    paper,
    folder: folder === null ? null : resolve(folder),
    password: passwordFromEnvironment(),
  };
  const report = await withOffice(call, (office) => emailPaper(office, order, watchedWork(call)));
  if (report.state === 'sent') return { json: report, text: sentText(report) };
  throw report.state === 'unknown'
    ? new StandingError(
        'email-unknown',
        `Whether the e-mail to ${report.address} arrived is not known: ${report.outcome}.`,
        'Ask the member before it is sent again.',
      )
    : new StandingError(
        'email-refused',
        `The e-mail to ${report.address} was not sent: ${report.outcome}.`,
        'Print it and send it by post, or correct the address and send it again.',
      );
}

function sentText({ address, file }: PaperEmailReport): string {
  return file === null ? `Sent to ${address}.` : `The e-mail to ${address} was written to ${file}.`;
}

/** `payments journal [--from DATE] [--to DATE] [--out FILE.csv]` */
export async function journal(call: Call): Promise<CommandResult> {
  const out = call.text('out');
  if (out !== null) {
    const { writeJournal } = await import('../../services/reports/journal-file.ts');
    return book(
      await withOffice(call, (office) => writeJournal(office, period(call), resolve(out))),
      'in all',
    );
  }
  const { cashJournal } = await import('../../services/reports/cash-journal.ts');
  const found = await withOffice(call, (office) => cashJournal(office, period(call)));
  const lines = found.lines.map(
    ({ on, method, code, cents }) =>
      `${on}  ${method.padEnd(6)}  ${(code ?? 'unassigned').padEnd(10)}  ${displayCents(cents).padStart(12)}`,
  );
  return {
    json: found,
    text: [
      ...lines,
      `${displayCents(found.totalCents)} came in from ${found.from} to ${found.to}, less what went back.`,
    ].join('\n'),
  };
}

/** `payments aged` */
export async function aged(call: Call): Promise<CommandResult> {
  const { agedReceivables } = await import('../../services/reports/aged-receivables.ts');
  const found = await withOffice(call, (office) => agedReceivables(office, asOfDate(call)));
  return { json: found, text: agedText(found) };
}

function agedText({ asOf, lines, totalCents, creditCents, unassignedCents }: AgedReceivables): string {
  const rows = AGE_BUCKETS.map((bucket) => {
    const cells = AGED_GROUPS.map((group) =>
      displayCents(
        lines
          .filter((line) => line.bucket === bucket && line.group === group)
          .reduce((sum, { cents }) => sum + cents, 0),
      ).padStart(14),
    );
    return `${bucket.padEnd(18)}${cells.join('')}`;
  });
  return [
    `Unpaid fees on ${asOf}:`,
    `${''.padEnd(18)}${AGED_GROUPS.map((group) => group.padStart(14)).join('')}`,
    ...rows,
    `${displayCents(totalCents)} in all; ${displayCents(creditCents)} is held as credit, ${displayCents(unassignedCents)} is unassigned.`,
  ].join('\n');
}

/** `payments ledger --out FILE.csv [--from DATE] [--to DATE]` */
export async function ledger(call: Call): Promise<CommandResult> {
  const file = needOut(call, 'FILE.csv');
  const { writeLedger } = await import('../../services/reports/ledger-file.ts');
  return book(
    await withOffice(call, (office) => writeLedger(office, period(call), file)),
    'debited and credited',
  );
}

function book(written: BookFile, how: string): CommandResult {
  const { file, lines, totalCents } = written;
  return {
    json: written,
    text: `${lines.toLocaleString('en-US')} ${lines === 1 ? 'entry' : 'entries'}, ${displayCents(totalCents)} ${how}.\n${file}`,
  };
}

/** The month so far where nothing is said. */
function period(call: Call): Period {
  const to = dateOf(call, 'to', asOfDate(call));
  return { from: dateOf(call, 'from', firstDayOfMonth(to)), to };
}

function needOut(call: Call, such = 'FILE.pdf'): string {
  const out = call.text('out');
  if (out === null) throw new UsageError(`--out ${such} is missing: the file to write`);
  return resolve(out);
}

function printed({ file, sha256, pages }: PrintedPaper): CommandResult {
  return {
    json: { file, sha256, pages },
    text: `${pages} ${pages === 1 ? 'page' : 'pages'} (SHA-256 ${sha256}).\n${file}`,
  };
}
