import { resolve } from 'node:path';
import { describeRejected, IMPORT_KINDS, type ImportReport } from '../../../shared/domain/import.ts';
import type { ErrorShape } from '../../../shared/ipc/errors.ts';
import { runImport } from '../../services/import/run-import.ts';
import type { Call } from '../call.ts';
import { type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `import KIND FILE.csv [--dry-run] [--skip-bad-rows] [--errors OUT.csv]` */
export async function importFile(call: Call): Promise<CommandResult> {
  const [kindText = '', file = ''] = call.words;
  const kind = IMPORT_KINDS.find((known) => known === kindText);
  if (kind === undefined)
    throw new UsageError(`“${kindText}” cannot be imported; kinds are ${IMPORT_KINDS.join(', ')}`);
  const errors = call.text('errors');
  const dryRun = call.flag('dry-run');
  const skipBadRows = call.flag('skip-bad-rows');
  const request = {
    file: resolve(file),
    kind,
    dryRun,
    skipBadRows,
    ...(errors === null ? {} : { errorsFile: resolve(errors) }),
  };
  const report = await withOffice(call, (office) => runImport(office, request, watchedWork(call)));
  return {
    json: report,
    text: reportText(report, dryRun),
    ...(report.refusal !== null && !dryRun ? { refused: refusal(report.refusal, file) } : {}),
  };
}

const SHOWN = 20;

function reportText(report: ImportReport, dryRun: boolean): string {
  const { rows, added, updated, unchanged, rejected, rejectedCount, notices } = report;
  const would = dryRun ? 'would be ' : '';
  return [
    `${rows === 1 ? '1 row' : `${rows} rows`}: ${added} ${would}added, ${updated} ${would}updated, ${unchanged} unchanged, ${rejectedCount} rejected.`,
    ...notices,
    ...rejected.slice(0, SHOWN).map((row) => `  ${describeRejected(row)}`),
    ...(rejectedCount > SHOWN
      ? [
          `  … and ${rejectedCount - Math.min(SHOWN, rejected.length)} more; --errors OUT.csv writes them all.`,
        ]
      : []),
  ].join('\n');
}

function refusal({ message, fix }: ErrorShape, file: string): string {
  return `${file}: ${[message, fix].filter(Boolean).join(' ')}`;
}
