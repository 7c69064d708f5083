import { resolve } from 'node:path';
import {
  AGE_BUCKETS,
  type AgedReceivables,
  type Period,
  type PrintedPaper,
} from '../../../shared/domain/reports.ts';
import { firstDayOfMonth } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { dateOf, idOf } from './money-options.ts';

/** `statement MEMBER_NO [--from DATE] [--to DATE] [--out FILE.pdf]` */
export async function statement(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const period = {
    from: dateOf(call, 'from', '1900-01-01'),
    to: dateOf(call, 'to', asOfDate(call)),
  };
  const out = call.text('out');
  if (out !== null) {
    const { printStatement } = await import('../../services/reports/papers.ts');
    return paper(
      await withOffice(call, (office) =>
        printStatement(office, { memberNo, ...period, outFile: resolve(out) }),
      ),
    );
  }
  const { memberStatement } = await import('../../services/reports/statement.ts');
  const found = await withOffice(call, (office) => memberStatement(office, memberNo, period));
  const lines = found.lines.map(
    ({ on, text, code, cents, balanceCents }) =>
      `${on}  ${code.padEnd(4)}  ${displayCents(cents).padStart(10)}  ${displayCents(balanceCents).padStart(10)}  ${text}`,
  );
  return {
    json: found,
    text: [
      `${found.name}, ${memberNo}: ${displayCents(found.openingCents)} owed before ${found.from}`,
      ...lines,
      `${displayCents(found.closingCents)} owed at the end of ${found.to}${found.closingCents < 0 ? ' (credit)' : ''}`,
    ].join('\n'),
  };
}

/** `payments receipt PAYMENT --out FILE.pdf` */
export async function receipt(call: Call): Promise<CommandResult> {
  const payment = idOf(call.words[0], 'a payment');
  const outFile = needOut(call);
  const { printReceipt } = await import('../../services/reports/papers.ts');
  return paper(await withOffice(call, (office) => printReceipt(office, { payment, outFile })));
}

/** `deposit slip DEPOSIT --out FILE.pdf` */
export async function slip(call: Call): Promise<CommandResult> {
  const deposit = idOf(call.words[0], 'a deposit');
  const outFile = needOut(call);
  const { printDepositSlip } = await import('../../services/reports/papers.ts');
  return paper(await withOffice(call, (office) => printDepositSlip(office, { deposit, outFile })));
}

/** `payments journal [--from DATE] [--to DATE]` */
export async function journal(call: Call): Promise<CommandResult> {
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
  const groups = ['renewable', 'lapsed', 'deceased'] as const;
  const rows = AGE_BUCKETS.map((bucket) => {
    const cells = groups.map((group) =>
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
    `${''.padEnd(18)}${groups.map((group) => group.padStart(14)).join('')}`,
    ...rows,
    `${displayCents(totalCents)} in all; ${displayCents(creditCents)} is held as credit, ${displayCents(unassignedCents)} is unassigned.`,
  ].join('\n');
}

/** `payments ledger --out FILE.csv [--from DATE] [--to DATE]` */
export async function ledger(call: Call): Promise<CommandResult> {
  const file = needOut(call, 'FILE.csv');
  const { writeLedger } = await import('../../services/reports/ledger-file.ts');
  const written = await withOffice(call, (office) => writeLedger(office, period(call), file));
  return {
    json: written,
    text: `${written.lines.toLocaleString('en-US')} entries, ${displayCents(written.totalCents)} debited and credited.\n${written.file}`,
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

function paper({ file, sha256, pages }: PrintedPaper): CommandResult {
  return {
    json: { file, sha256, pages },
    text: `${pages} ${pages === 1 ? 'page' : 'pages'} (SHA-256 ${sha256}).\n${file}`,
  };
}
