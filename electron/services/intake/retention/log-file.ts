import type { DestroyedDocument } from '../../../../shared/domain/retention.ts';
import { csvRow } from '../../../../shared/util/csv.ts';
import { destructionLog } from '../../../repositories/destructions.ts';
import { writeRowsFile } from '../../csv-file.ts';
import type { OfficeView } from '../../office.ts';

const AT_A_TIME = 500;

const HEADER = [
  'destruction',
  'destroyed_on',
  'destroyed_by',
  'allowed_by',
  'note',
  'document',
  'sha256',
  'type',
  'bytes',
  'pages',
  'name',
  'received_on',
  'received_by',
  'channel',
  'times_received',
  'members',
  'cases',
  'kept_from',
  'policy',
  'years',
  'due_on',
  'gone_at',
  'bytes_kept_for',
  'came_again_at',
] as const;

/** Writes the whole destruction log as CSV, the first first; the file appears whole or not at all. @throws StandingError `office-file` */
export async function writeDestructionLog(
  view: Pick<OfficeView, 'reader'>,
  file: string,
): Promise<{ readonly file: string; readonly rows: number }> {
  let offset = 0;
  const rows = await writeRowsFile(file, HEADER, async () => {
    const query = { destruction: null, inOrder: true, offset, limit: AT_A_TIME };
    const batch = (await destructionLog(view.reader, query)).rows;
    offset += batch.length;
    return batch.map((line) => csvRow(cells(line)));
  });
  return { file, rows };
}

function cells(line: DestroyedDocument): readonly string[] {
  const { arrivals, parts, until } = line;
  const [first] = arrivals;
  const listed = (texts: readonly (string | null)[]) =>
    [...new Set(texts.filter((text) => text !== null))].join('; ');
  return [
    String(line.destruction),
    line.destroyedOn,
    line.actor,
    line.approvedBy,
    line.note,
    String(line.document),
    line.sha256,
    line.type,
    String(line.bytes),
    line.pages === null ? '' : String(line.pages),
    first?.name ?? '',
    first?.on ?? '',
    first?.by ?? '',
    first?.channel ?? '',
    String(arrivals.length),
    listed(parts.map(({ memberNo }) => memberNo)),
    listed(parts.map((part) => part.case)),
    until.from,
    until.policy,
    String(until.years),
    until.dueOn,
    line.goneAt ?? '',
    line.bytesKeptFor ?? '',
    line.cameAgainAt ?? '',
  ];
}
