import {
  CCP_WORKLISTS,
  type MarkKind,
  WORKLISTS,
  type WorklistQuery,
  type WorklistRow,
  type WorklistRows,
} from '../../../shared/domain/worklists.ts';
import { countOf } from '../../services/payments/words.ts';
import { staleStandings } from '../../services/sweep/stale.ts';
import { exportWorklist } from '../../services/worklists/export.ts';
import { worklistCounts, worklistRows } from '../../services/worklists/lists.ts';
import { markItem } from '../../services/worklists/marks.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { calendarDate } from './money-options.ts';
import { oneOf, queryOf } from './worklist-options.ts';

/** `ccp worklist [NAME]` */
export async function ccpWorklist(call: Call): Promise<CommandResult> {
  const [name] = call.words;
  if (name === undefined) {
    const counts = await withOffice(call, (office) => worklistCounts(office, asOfDate(call)));
    const lines = CCP_WORKLISTS.map((list) => `${list.padEnd(14)} ${counts[list]}`);
    return {
      json: Object.fromEntries(CCP_WORKLISTS.map((list) => [list, counts[list]])),
      text: lines.join('\n'),
    };
  }
  const days = call.number('days', 1);
  const list = oneOf(name, CCP_WORKLISTS, 'worklist of CCP');
  return shown(call, queryOf(call, list, days === null ? {} : { days }));
}

/** The rows of a question, or the file that they were written to. */
export async function shown(
  call: Call,
  query: WorklistQuery & { readonly offset: number; readonly limit: number },
): Promise<CommandResult> {
  const { offset, limit, ...question } = query;
  const out = call.text('out');
  if (out !== null) {
    const written = await withOffice(call, (office) => exportWorklist(office, question, out, asOfDate(call)));
    return { json: written, text: `${countOf(written.rows, 'row')} written to ${written.file}.` };
  }
  const asOf = asOfDate(call);
  const [found, stale] = await withOffice(call, async (office) => [
    await worklistRows(office, { ...question, offset, limit }, asOf),
    await staleStandings(office, asOf),
  ]);
  const text = rowsText(found);
  return {
    json: found,
    text:
      stale === null ? text : `${text}\n${stale} The lists are made of them: sweep brings them up to date.`,
  };
}

function rowsText({ total, rows }: WorklistRows): string {
  if (total === 0) return 'Nothing is on this list.';
  const more = total > rows.length ? [`${rows.length} of ${countOf(total, 'row')}.`] : [];
  return [...rows.map(rowText), ...more].join('\n');
}

function rowText(row: WorklistRow): string {
  const { memberNo, memberName, code, on, text, settle, citation, item, awayUntil, done } = row;
  const away = awayUntil === null ? (done ? '  [done]' : '') : `  [snoozed until ${awayUntil}]`;
  return [
    `${memberNo}  ${memberName}${code === null ? '' : `  ${code}`}  ${on}${away}  ${item}`,
    `    ${text} (${citation})`,
    `    ${settle}`,
    ...(row.lapse === null ? [] : [`    ${lapsedText(row.lapse)}`]),
  ].join('\n');
}

function lapsedText({ years, notice }: NonNullable<WorklistRow['lapse']>): string {
  const told = notice.run === null ? notice.state : `${notice.state} by run ${notice.run}`;
  return `lapsed for ${years} ${years === 1 ? 'year' : 'years'}; notice: ${told}`;
}

/** `ccp mark LIST ITEM MEMBER_NO …` */
export async function mark(call: Call): Promise<CommandResult> {
  const [listName = '', item = '', memberNo = ''] = call.words;
  const list = oneOf(listName, WORKLISTS, 'worklist');
  const [note, snooze] = [call.text('note'), call.text('snooze')];
  const kinds: readonly MarkKind[] = [
    ...(note === null ? [] : (['note'] as const)),
    ...(snooze === null ? [] : (['snoozed'] as const)),
    ...(call.flag('done') ? (['done'] as const) : []),
    ...(call.flag('back') ? (['back'] as const) : []),
  ];
  const [kind, ...more] = kinds;
  if (kind === undefined || more.length > 0)
    throw new UsageError('one of --note TEXT, --snooze DATE, --done and --back');
  const until = snooze === null ? null : calendarDate(snooze, '--snooze');
  const text = note ?? call.text('reason') ?? '';
  const marked = await withOffice(call, (office) =>
    markItem(office, { list, item, memberNo, kind, until, text }),
  );
  return {
    json: marked,
    text: marked.marks
      .map((one) =>
        `${one.on}  ${one.actor}  ${one.kind}${one.until === null ? '' : ` until ${one.until}`}  ${one.text}`.trimEnd(),
      )
      .join('\n'),
  };
}
