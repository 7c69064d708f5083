import type { AuditDraw } from '../../shared/domain/audit-draw.ts';
import type { CalendarDate } from '../../shared/domain/facts.ts';
import { bulkInsert } from '../db/bulk-insert.ts';
import type { Write } from '../db/transaction.ts';
import type { AuditCandidate } from './audit-draws.ts';

/** A draw to be recorded. */
export interface NewDraw
  extends Pick<AuditDraw, 'seed' | 'rate' | 'population' | 'populationSha256' | 'reason' | 'drawnOn'> {
  readonly year: number;
  /** The number asked for, where no rate was. */
  readonly size: number | null;
}

/** Records a draw with everyone it considered, and opens an audit for each that it selected. @returns its number within the year */
export async function recordDraw(
  write: Write,
  draw: NewDraw,
  candidates: readonly AuditCandidate[],
): Promise<number> {
  const { kysely } = write;
  const known = await kysely
    .selectFrom('audit_campaign')
    .select('id')
    .where('year', '=', draw.year)
    .executeTakeFirst();
  const campaign =
    known?.id ??
    (
      await kysely
        .insertInto('audit_campaign')
        .values({ year: draw.year })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const latest = await kysely
    .selectFrom('audit_draw')
    .select((eb) => [
      eb.fn.max('id').as('id'),
      eb.fn.max('number').filterWhere('campaign_id', '=', campaign).as('number'),
    ])
    .executeTakeFirst();
  const [id, number] = [(latest?.id ?? 0) + 1, (latest?.number ?? 0) + 1];
  bulkInsert(
    write,
    'audit_candidate',
    CANDIDATE,
    candidates.map((one) => ({
      draw_id: id,
      certification_id: one.certificationId,
      public_id: one.publicId,
      cycle_start: one.cycleStart,
      cycle_end: one.cycleEnd,
      how: one.how,
      excluded: one.excluded,
      selected: one.selected ? (1 as const) : (0 as const),
    })),
  );
  await kysely
    .insertInto('audit_draw')
    .values({
      id,
      campaign_id: campaign,
      number,
      algorithm: 'sha256-rank-1',
      seed: draw.seed,
      rate: draw.rate,
      size: draw.size,
      population: draw.population,
      population_sha256: draw.populationSha256,
      reason: draw.reason,
      drawn_on: draw.drawnOn,
      drawn_by: write.actor.name,
    })
    .execute();
  bulkInsert(
    write,
    'audit',
    AUDIT,
    candidates
      .filter(({ selected }) => selected)
      .map((one) => ({
        campaign_id: campaign,
        draw_id: id,
        certification_id: one.certificationId,
        cycle_start: one.cycleStart,
        selected_on: draw.drawnOn,
      })),
  );
  return number;
}

const CANDIDATE = [
  'draw_id',
  'certification_id',
  'public_id',
  'cycle_start',
  'cycle_end',
  'how',
  'excluded',
  'selected',
] as const;

const AUDIT = ['campaign_id', 'draw_id', 'certification_id', 'cycle_start', 'selected_on'] as const;

/** An audit that no draw selected. */
export interface ForCause {
  readonly certificationId: number;
  readonly cycleStart: CalendarDate;
  readonly reason: string;
  readonly on: CalendarDate;
}

/** Opens an audit outside every sample. */
export async function openForCause(write: Write, audit: ForCause): Promise<void> {
  await write.kysely
    .insertInto('audit')
    .values({
      campaign_id: null,
      certification_id: audit.certificationId,
      cycle_start: audit.cycleStart,
      selected_on: audit.on,
      closed_on: null,
      outcome: null,
      for_cause: audit.reason,
    })
    .execute();
}
