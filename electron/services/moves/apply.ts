import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { MoveMapping, MoveRow, MovesPreview, MovesReport } from '../../../shared/domain/moves.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { readingIn } from '../../db/reading.ts';
import type { Work } from '../../jobs/work.ts';
import { moveMember } from '../../repositories/contact.ts';
import { addressedByNumber } from '../../repositories/moves.ts';
import { markAddress } from '../../repositories/returned-mail.ts';
import { saveSetting, setting } from '../../repositories/settings.ts';
import { openCsv } from '../import/file/csv-file.ts';
import type { Office, OfficeView } from '../office.ts';
import { type JudgeContext, judgeRow } from './judge-row.ts';
import { type Answer, type AnswerRow, readAnswer, suits } from './read-answer.ts';

const AT_A_TIME = 200;

export interface MovesRequest {
  readonly file: string;
  /** null = the mapping that was saved, where it suits the file, else by the columns' names. */
  readonly mapping: MoveMapping | null;
  /** When the addresses were exported; null = when they were last. */
  readonly exportedOn: CalendarDate | null;
}

/**
 * What a move-update vendor's file would change; writes nothing.
 * @throws StandingError as `readAnswer`
 */
export async function previewMoves(
  view: OfficeView,
  request: MovesRequest,
  work: Work,
): Promise<MovesPreview> {
  const { answer, context } = await opened(view, request, work);
  const rows = await judged(view, answer.rows, context, work);
  const counts = { move: 0, bad: 0, same: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const { sha256, columns, missing } = answer;
  return { file: request.file, sha256, columns, missing, exportedOn: context.exportedOn, counts, rows };
}

/**
 * Applies what the preview of the same file showed: new addresses become current, the earlier ones stay in the history, and each
 * member's journal tells of it. It goes member by member in short transactions; started again after a stop it does the rest.
 * @param members only these; null = all
 * @throws StandingError as `readAnswer`, `moves-file-changed`, `moves-columns`, `cancelled`
 */
export async function applyMoves(
  office: Office,
  request: MovesRequest & { readonly sha256: string | null; readonly members: readonly string[] | null },
  work: Work,
): Promise<MovesReport> {
  const { answer, context } = await opened(office, request, work);
  if (request.sha256 !== null && request.sha256 !== answer.sha256) {
    throw new StandingError(
      'moves-file-changed',
      `The file ${request.file} has changed since it was shown.`,
      'Look at what it would change now, and apply that.',
    );
  }
  if (answer.missing.length > 0) {
    throw new StandingError(
      'moves-columns',
      `The file ${request.file} has no column for ${answer.missing.join(', ')}; it has ${answer.columns.map(({ header }) => header).join(', ')}.`,
      'Say which of its columns it is.',
    );
  }
  const wanted = request.members === null ? null : new Set(request.members);
  const report = { moved: 0, marked: 0, rejected: 0, same: 0 };
  const first = firstRows(answer.rows);
  for (let at = 0; at < answer.rows.length; at += AT_A_TIME) {
    const rows = answer.rows.slice(at, at + AT_A_TIME);
    const chosen = rows.filter((row) => wanted === null || wanted.has(row.cell('member_no')));
    await applySome(office, chosen, first, context, report);
    work.progress({
      doing: 'Changing addresses',
      done: Math.min(at + AT_A_TIME, answer.rows.length),
      total: answer.rows.length,
      cancellable: true,
    });
    await work.breathe();
  }
  await saveMapping(office, answer);
  return report;
}

async function applySome(
  office: Office,
  rows: readonly AnswerRow[],
  first: ReadonlyMap<string, number>,
  context: JudgeContext,
  report: { moved: number; marked: number; rejected: number; same: number },
): Promise<void> {
  if (rows.length === 0) return;
  await office.act(async (write) => {
    const members = await addressedByNumber(
      readingIn(write),
      rows.map((row) => row.cell('member_no')),
    );
    for (const row of rows) {
      const member = members.get(row.cell('member_no')) ?? null;
      const judgement = twice(row, first) ?? judgeRow(row, member, context);
      const { outcome, after, before, moveDate, code } = judgement;
      const detail = { before, after, moveDate, code };
      if (outcome === 'move' && member !== null && after !== null) {
        await moveMember(write, member.memberId, {
          address: after,
          on: context.today,
          source: 'move-update',
        });
        report.moved += 1;
      } else if (outcome === 'bad' && member !== null && member.address !== null) {
        await markAddress(write, member.address.id, judgement.why);
        report.marked += 1;
      } else {
        report[outcome === 'rejected' ? 'rejected' : 'same'] += 1;
        continue;
      }
      write.journal({
        action: outcome === 'move' ? 'member.moved' : 'member.address-lost',
        subject: 'member',
        subjectId: member.memberNo,
        detail: outcome === 'move' ? detail : { ...detail, reason: judgement.why },
      });
    }
  });
}

async function opened(
  view: OfficeView,
  request: MovesRequest,
  work: Work,
): Promise<{ readonly answer: Answer; readonly context: JudgeContext }> {
  const mapping = request.mapping ?? (await savedMapping(view, request.file, work));
  const answer = await readAnswer(request.file, mapping, work);
  const exportedOn = request.exportedOn ?? (await setting(view.reader, 'addressesExportedOn'));
  return { answer, context: { today: view.clock.today(), exportedOn } };
}

async function savedMapping(view: OfficeView, file: string, work: Work): Promise<MoveMapping | null> {
  const saved = await setting(view.reader, 'moveMapping');
  if (saved === null) return null;
  const { header } = await openCsv(file, work);
  return suits(header, saved) ? saved : null;
}

async function saveMapping(office: Office, { columns }: Answer): Promise<void> {
  const mapping = Object.fromEntries(
    columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field] as const])),
  );
  const before = await setting(office.reader, 'moveMapping');
  if (JSON.stringify(before) === JSON.stringify(mapping)) return;
  await office.act(async (write) => {
    await saveSetting(write, 'moveMapping', mapping);
    write.journal({
      action: 'addresses.mapping-saved',
      subject: 'office',
      subjectId: 'addresses',
      detail: { before, after: mapping },
    });
  });
}

async function judged(
  view: OfficeView,
  rows: readonly AnswerRow[],
  context: JudgeContext,
  work: Work,
): Promise<readonly MoveRow[]> {
  const first = firstRows(rows);
  const judgements: MoveRow[] = [];
  for (let at = 0; at < rows.length; at += AT_A_TIME) {
    const some = rows.slice(at, at + AT_A_TIME);
    const members = await addressedByNumber(
      view.reader,
      some.map((row) => row.cell('member_no')),
    );
    for (const row of some)
      judgements.push(
        twice(row, first) ?? judgeRow(row, members.get(row.cell('member_no')) ?? null, context),
      );
    await work.breathe();
  }
  return judgements;
}

/** The row in which each member stands first. */
function firstRows(rows: readonly AnswerRow[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const row of rows) if (!first.has(row.cell('member_no'))) first.set(row.cell('member_no'), row.row);
  return first;
}

/** The rejection of a row whose member stands in an earlier one. */
function twice(row: AnswerRow, first: ReadonlyMap<string, number>): MoveRow | null {
  const memberNo = row.cell('member_no');
  const earlier = first.get(memberNo);
  if (memberNo === '' || earlier === undefined || earlier === row.row) return null;
  return {
    row: row.row,
    memberNo,
    memberName: '',
    outcome: 'rejected',
    before: null,
    after: null,
    moveDate: row.cell('move_date'),
    code: row.cell('code'),
    why: `the member stands in row ${earlier} already`,
    settles: false,
  };
}
