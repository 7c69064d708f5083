import type { ReviewerFigures } from '../../shared/domain/audit-report.ts';
import type { Reading } from '../db/reading.ts';
import { DECISION_STANDS, LAST_FINDING, ofGroup, reviewedBy } from './audit-report-parts.ts';

/** What each reviewer did in the drawn cases of a year, by name. */
export async function reviewerFigures(db: Reading, year: number): Promise<readonly ReviewerFigures[]> {
  const decided = await db.kysely
    .selectFrom('audit_decision as d')
    .innerJoin('audit as a', 'a.id', 'd.audit_id')
    .where(ofGroup(year, 'drawn'))
    .where(DECISION_STANDS)
    .select((eb) => [
      'd.decided_by as reviewer',
      eb.fn.countAll<number>().filterWhere('d.outcome', '=', 'compliant').as('compliant'),
      eb.fn.countAll<number>().filterWhere('d.outcome', '=', 'non-compliant').as('nonCompliant'),
    ])
    .groupBy('d.decided_by')
    .execute();
  const seconds = await db.kysely
    .selectFrom('audit_opinion as o')
    .innerJoin('audit as a', 'a.id', 'o.audit_id')
    .where(ofGroup(year, 'drawn'))
    .where('o.of_opinion', 'is not', null)
    .select((eb) => ['o.reviewer', eb.fn.countAll<number>().as('secondOpinions')])
    .groupBy('o.reviewer')
    .execute();
  const found = await db.kysely
    .selectFrom('audit_finding as f')
    .innerJoin('audit as a', 'a.id', 'f.audit_id')
    .where(ofGroup(year, 'drawn'))
    .where(LAST_FINDING)
    .select((eb) => ['f.actor as reviewer', eb.fn.countAll<number>().as('findings')])
    .groupBy('f.actor')
    .execute();
  const owned = await db.kysely
    .selectFrom('audit as a')
    .where(ofGroup(year, 'drawn'))
    .where('a.owner', '<>', '')
    .where('a.state', '<>', 'decided')
    .select((eb) => ['a.owner as reviewer', eb.fn.countAll<number>().as('open')])
    .groupBy('a.owner')
    .execute();
  const figures = new Map<string, ReviewerFigures>();
  for (const { reviewer, ...part } of [...decided, ...seconds, ...found, ...owned])
    figures.set(reviewer, { ...(figures.get(reviewer) ?? { ...NOTHING, reviewer }), ...part });
  const all = [...figures.values()].sort((a, b) => (a.reviewer < b.reviewer ? -1 : 1));
  return Promise.all(
    all.map(async (one) => ({ ...one, reviewed: await casesReviewed(db, year, one.reviewer) })),
  );
}

async function casesReviewed(db: Reading, year: number, reviewer: string): Promise<number> {
  const { count } = await db.kysely
    .selectFrom('audit as a')
    .where(ofGroup(year, 'drawn'))
    .where(reviewedBy(reviewer))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const NOTHING = { findings: 0, compliant: 0, nonCompliant: 0, secondOpinions: 0, open: 0, reviewed: 0 };
