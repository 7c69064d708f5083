import { resolve } from 'node:path';
import type { MoveRow, MovesPreview } from '../../../shared/domain/moves.ts';
import type { PostalAddress } from '../../../shared/domain/notice.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { isCalendarDate } from '../../../shared/util/dates.ts';
import { applyMoves, previewMoves } from '../../services/moves/apply.ts';
import { exportAddresses } from '../../services/moves/export.ts';
import { countOf } from '../../services/payments/words.ts';
import type { Call } from '../call.ts';
import { type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `mail addresses export --out FILE.csv [--run RUN]` · `mail addresses import FILE.csv [--dry-run] [--exported-on DATE] [--member NO]…` */
export async function addresses(call: Call): Promise<CommandResult> {
  const [what = '', file] = call.words;
  if (what === 'export' && file === undefined) return exported(call);
  if (what === 'import' && file !== undefined) return imported(call, resolve(file));
  throw new UsageError('mail addresses takes: export --out FILE.csv, or import FILE.csv');
}

async function exported(call: Call): Promise<CommandResult> {
  const out = call.text('out');
  if (out === null) throw new UsageError('mail addresses export needs --out FILE.csv, the file to write');
  const report = await withOffice(call, (office) =>
    exportAddresses(office, { file: resolve(out), run: call.text('run') }, watchedWork(call)),
  );
  return {
    json: report,
    text: `${countOf(report.rows, 'address', 'addresses')} exported; ${countOf(report.left, 'member has', 'members have')} none that the USPS delivers to.\n${report.file}`,
  };
}

async function imported(call: Call, file: string): Promise<CommandResult> {
  const exportedOn = call.text('exported-on');
  if (exportedOn !== null && !isCalendarDate(exportedOn))
    throw new UsageError(`--exported-on ${exportedOn} is no date; write an existing one as YYYY-MM-DD`);
  const members = call.list('member');
  const request = { file, mapping: null, exportedOn };
  return withOffice(call, async (office) => {
    const preview = await previewMoves(office, request, watchedWork(call));
    if (preview.missing.length > 0) throw columnsMissing(preview);
    if (call.flag('dry-run')) return { json: preview, text: previewText(preview) };
    const report = await applyMoves(
      office,
      { ...request, sha256: preview.sha256, members: members.length === 0 ? null : members },
      watchedWork(call),
    );
    const rejected = preview.rows.filter(({ outcome }) => outcome === 'rejected');
    return {
      json: { ...report, rejectedRows: rejected },
      text: [
        `${countOf(report.moved, 'address', 'addresses')} changed, ${report.marked} marked as bad, ${report.same} as before, ${countOf(report.rejected, 'row')} rejected.`,
        ...rejected.map(rowText),
      ].join('\n'),
    };
  });
}

function previewText({ counts, rows }: MovesPreview): string {
  const told = rows.filter(({ outcome }) => outcome !== 'same');
  return [
    `${countOf(counts.move, 'address', 'addresses')} would change, ${counts.bad} be marked as bad, ${counts.same} stay as they are; ${countOf(counts.rejected, 'row is', 'rows are')} rejected.`,
    ...told.map(rowText),
  ].join('\n');
}

function rowText({ row, memberNo, memberName, outcome, before, after, why }: MoveRow): string {
  const who = `  row ${row}: ${memberNo} ${memberName}`.trimEnd();
  if (outcome === 'move') return `${who}: ${line(before)} → ${line(after)}`;
  return `${who}: ${why}`;
}

function line(address: PostalAddress | null): string {
  if (address === null) return 'no address';
  const { address1, address2, city, state, zip } = address;
  return [address1, address2, `${city} ${state} ${zip}`].filter((part) => part.trim() !== '').join(', ');
}

function columnsMissing({ missing, columns, file }: MovesPreview): StandingError {
  return new StandingError(
    'moves-columns',
    `The file ${file} has no column for ${missing.join(', ')}; it has ${columns.map(({ header }) => header).join(', ')}.`,
    'Rename its columns so, or map them in the window under Renewals, Address changes.',
  );
}
