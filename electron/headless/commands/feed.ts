import { resolve } from 'node:path';
import type { FeedReport, FeedRow } from '../../../shared/domain/feed.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { countOf } from '../../services/payments/words.ts';
import { feedFiles, takeFolder, watchFolder } from '../../services/points/feed/folder.ts';
import { assignRow, dismissRow, feedRows, feedState, undoRow } from '../../services/points/feed/queue.ts';
import { takeFeed } from '../../services/points/feed/take.ts';
import type { Call } from '../call.ts';
import { type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { idOf, SHOWN } from './money-options.ts';

/** `points feed [FILE.csv]` */
export async function take(call: Call): Promise<CommandResult> {
  const [file] = call.words;
  if (file !== undefined) {
    const report = await withOffice(call, (office) =>
      takeFeed(office, { file: resolve(file), origin: 'command' }, watchedWork(call)),
    );
    return { json: report, text: reportText(report) };
  }
  const report = await withOffice(call, async (office) => {
    const { folder } = await feedState(office);
    if (folder === null)
      throw new StandingError(
        'no-folder',
        'No folder is watched, and no file is named.',
        'Name a file, or set the folder with points folder.',
      );
    return takeFolder(office, folder, [...(await feedFiles(folder)).keys()], watchedWork(call));
  });
  const lines = [
    ...report.taken.map(reportText),
    ...report.refused.map(({ file: name, reason }) => `${name} was refused: ${reason}`),
  ];
  return { json: report, text: lines.length === 0 ? 'No file lies there.' : lines.join('\n') };
}

/** `points folder [DIR | --none]` */
export async function folder(call: Call): Promise<CommandResult> {
  const [named] = call.words;
  const none = call.flag('none');
  if (named !== undefined && none) throw new UsageError('name a folder or write --none, not both');
  const state = await withOffice(call, async (office) => {
    if (named !== undefined) await watchFolder(office, resolve(named));
    else if (none) await watchFolder(office, null);
    return feedState(office);
  });
  return {
    json: { folder: state.folder, waiting: state.waiting },
    text: state.folder === null ? 'No folder is watched.' : `Watched: ${state.folder}`,
  };
}

/** `points queue [--recorded | --dismissed]` */
export async function queue(call: Call): Promise<CommandResult> {
  const state = call.flag('recorded') ? 'recorded' : call.flag('dismissed') ? 'dismissed' : 'waiting';
  const found = await withOffice(call, (office) => feedRows(office, { state, offset: 0, limit: SHOWN }));
  return {
    json: found,
    text: found.rows.length === 0 ? 'There is no such row.' : found.rows.map(rowText).join('\n'),
  };
}

/** `points match ROW MEMBER_NO` */
export async function match(call: Call): Promise<CommandResult> {
  const row = idOf(call.words[0], 'a row');
  const memberNo = call.words[1] ?? '';
  const settled = await withOffice(call, (office) => assignRow(office, { row, memberNo }));
  return { json: settled, text: rowText(settled) };
}

/** `points dismiss ROW --reason TEXT` */
export async function dismiss(call: Call): Promise<CommandResult> {
  const row = idOf(call.words[0], 'a row');
  const reason = call.text('reason');
  if (reason === null) throw new UsageError('--reason is missing; say in a few words why');
  const settled = await withOffice(call, (office) => dismissRow(office, { row, reason }));
  return { json: settled, text: rowText(settled) };
}

/** `points requeue ROW` */
export async function requeue(call: Call): Promise<CommandResult> {
  const row = idOf(call.words[0], 'a row');
  const waiting = await withOffice(call, (office) => undoRow(office, row));
  return { json: waiting, text: rowText(waiting) };
}

function reportText({ file, rows, recorded, known, queued }: FeedReport): string {
  return `${file}: ${countOf(rows, 'row')}, ${recorded} recorded, ${known} known before, ${queued} waiting in the queue.`;
}

function rowText({ id, file, row, content, state, why, suggestions, member }: FeedRow): string {
  const who = [content.memberNo, content.name, content.email].filter((part) => part !== '').join(' ');
  const head = `row ${id}  ${content.completedOn}  ${content.points ?? '?'} points  ${content.title}  for ${who === '' ? 'nobody named' : who}  (${file}, row ${row}, ${content.externalId})`;
  if (state === 'recorded') return `${head}: recorded for ${member?.memberNo ?? ''} ${member?.name ?? ''}`;
  if (state === 'dismissed') return `${head}: dismissed, ${why}`;
  return [
    `${head}: ${why}`,
    ...suggestions.map(
      ({ memberNo, name, codes, because }) => `       perhaps ${memberNo} ${name} (${codes}): ${because}`,
    ),
  ].join('\n');
}
