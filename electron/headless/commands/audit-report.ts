import { resolve } from 'node:path';
import { agreementText, daysTakenText, reportSentences } from '../../../shared/domain/audit-report-words.ts';
import { auditReport } from '../../services/audit/report/report.ts';
import { writeReportFile } from '../../services/audit/report/report-file.ts';
import { printReport } from '../../services/audit/report/report-paper.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `audit report YEAR [--pdf FILE] [--csv FILE]` */
export async function report(call: Call): Promise<CommandResult> {
  const [year = ''] = call.words;
  if (!/^\d{4}$/.test(year)) throw new UsageError(`${year} is no year; write it as 2027`);
  const [pdf, csv] = [call.text('pdf'), call.text('csv')];
  const asOf = asOfDate(call);
  const { found, written } = await withOffice(call, async (office) => ({
    found: await auditReport(office, Number(year), asOf),
    written: [
      ...(pdf === null ? [] : [(await printReport(office, Number(year), asOf, resolve(pdf))).file]),
      ...(csv === null ? [] : [(await writeReportFile(office, Number(year), asOf, resolve(csv))).file]),
    ],
  }));
  const days = [
    ['notice', found.fromNotice],
    ['proof', found.fromProof],
  ] as const;
  return {
    json: { ...found, written },
    text: [
      ...reportSentences(found),
      ...days.flatMap(([from, taken]) =>
        taken === null ? [] : [`From ${from} to decision: ${daysTakenText(taken)}.`],
      ),
      agreementText(found.agreement),
      ...written,
    ].join('\n'),
  };
}
