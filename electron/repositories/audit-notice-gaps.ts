import { sql } from 'kysely';
import type { Reading } from '../db/reading.ts';

/**
 * Why audits that wait for their notice have none, in a sentence, by audit: what became of the member’s newest piece of a run for the
 * month of the selection.
 */
export async function noticeGaps(
  db: Reading,
  audits: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (audits.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom('audit as a')
    .innerJoin('certification as c', 'c.id', 'a.certification_id')
    .innerJoin('run_piece as p', 'p.member_id', 'c.member_id')
    .innerJoin('run as r', (join) =>
      join
        .onRef('r.id', '=', 'p.run_id')
        .on('r.kind', '=', 'audit')
        .on(sql<boolean>`r.month = substr(a.selected_on, 1, 7)`),
    )
    .leftJoin('notice_given as g', (join) =>
      join
        .onRef('g.run_id', '=', 'p.run_id')
        .onRef('g.position', '=', 'p.position')
        .onRef('g.certification_id', '=', 'a.certification_id'),
    )
    .leftJoin('email_message as e', (join) =>
      join.onRef('e.run_id', '=', 'p.run_id').onRef('e.position', '=', 'p.position'),
    )
    .select(['a.id as audit', 'r.id as run', 'r.printed_on as printedOn', 'p.channel', 'g.failed'])
    .select(['p.held_reason as heldReason', 'p.held_detail as heldDetail', 'e.state as email'])
    .where('a.id', 'in', audits)
    .orderBy('r.prepared_on')
    .orderBy((order) => order.fn('length', ['r.id']))
    .orderBy('r.id')
    .execute();
  const newest = new Map(rows.map((row) => [row.audit, row]));
  return new Map(
    audits.map((audit) => {
      const row = newest.get(audit);
      return [audit, row === undefined ? 'No notice prepared yet' : gap(row)];
    }),
  );
}

interface Piece {
  readonly run: string;
  readonly printedOn: string | null;
  readonly channel: 'print' | 'email' | 'held';
  readonly failed: 'bounced' | 'refused' | 'returned' | 'spoiled' | null;
  readonly heldReason: string | null;
  readonly heldDetail: string | null;
  readonly email: string | null;
}

function gap({ run, printedOn, channel, failed, heldReason, heldDetail, email }: Piece): string {
  if (channel === 'held')
    return `Held: ${heldReason ?? ''} (run ${run})${heldDetail === null ? '' : `. ${heldDetail}`}`;
  if (failed !== null) return `The notice ${FAILED[failed]} (run ${run})`;
  if (channel === 'email')
    return email === 'unknown' || email === 'handing-over'
      ? `Whether the e-mail of run ${run} arrived is not known`
      : `In run ${run}, its e-mail not sent yet`;
  return printedOn === null
    ? `In run ${run}, not printed yet`
    : `In run ${run}, printed, not marked as mailed`;
}

const FAILED = {
  bounced: 'bounced',
  refused: 'was refused by the mail server',
  returned: 'came back',
  spoiled: 'was spoiled',
} as const;
