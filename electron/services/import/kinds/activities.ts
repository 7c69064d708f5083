import type { ActivityCategory, ActivitySource } from '../../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../../shared/domain/facts.ts';
import { addYears } from '../../../../shared/util/dates.ts';
import { type ActivityValues, activityStatements } from '../../../db/import/activities.ts';
import { certificationStatements } from '../../../db/import/certifications.ts';
import { activityCategory, activitySource, criteria } from '../cells/choice.ts';
import { dateUpTo } from '../cells/date.ts';
import { quantity, quantityOrNull } from '../cells/number.ts';
import type { RowCells } from '../cells/row-cells.ts';
import { identifier, text } from '../cells/text.ts';
import { memberOf } from './certification-of.ts';
import { changeBetween, type KindOfImport, keyOf, RowRefusal } from './kind.ts';

/**
 * A CCP activity. One with an external id is known by member, source and that id, and a later file may change it. One without
 * is known by all it says: the nth row that says the same is the nth such activity, and a row that says something else
 * is another activity.
 */
interface ActivityRow {
  readonly memberNo: string;
  readonly category: ActivityCategory;
  readonly title: string;
  readonly provider: string;
  readonly completedOn: CalendarDate | null;
  readonly employedFrom: CalendarDate | null;
  readonly employedTo: CalendarDate | null;
  readonly hours: number | null;
  readonly points: number;
  readonly criteria: number;
  readonly source: ActivitySource;
  readonly externalId: string | null;
}

export const activities: KindOfImport<ActivityRow> = {
  kind: 'activities',
  read(cells, { today }) {
    const category = cells.need('category', activityCategory);
    return {
      memberNo: cells.need('member_no', identifier(32)),
      category,
      title: cells.need('title', text(300)),
      provider: cells.take('provider', text(200)) ?? '',
      ...readDates(cells, category, today),
      hours: cells.take('hours', quantityOrNull('hours', 100_000)) ?? null,
      points: cells.need('points', quantity('points', 10_000)),
      criteria: cells.take('criteria', criteria) ?? 0,
      source: cells.take('source', activitySource) ?? 'member',
      externalId: cells.filled('external_id', identifier(80)) ?? null,
    };
  },
  key: (row, ordinal) =>
    row.externalId === null
      ? keyOf('activity', ...Object.values(row), ordinal)
      : keyOf('activity-id', row.memberNo, row.source, row.externalId),
  repeats: (row) => row.externalId === null,
  target(db) {
    const holders = certificationStatements(db.sqlite);
    const statements = activityStatements(db.sqlite);
    const find = (row: ActivityRow, key: string) => {
      const memberId = memberOf(holders, row.memberNo);
      if (memberId instanceof RowRefusal) return memberId;
      const values = valuesOf(row);
      const found = statements.find(key);
      if (found === undefined) {
        // SC-CCP-8: what the online feed recorded is on record once; it stays as it was granted, or as the office corrected it.
        const online = row.source === 'amt-online' && row.externalId !== null;
        const before = online ? (statements.fed(memberId, row.externalId) ?? null) : null;
        return { memberId, values, before, change: null };
      }
      const { id, withdrawn_on, ...before } = found;
      const of = `${row.memberNo} ${row.externalId ?? row.title}`;
      const change = changeBetween(of, before, values);
      if (withdrawn_on !== null && change !== null)
        return new RowRefusal(
          'external_id',
          `names an activity that the office corrected or withdrew on ${withdrawn_on}; correct it on the member’s page`,
        );
      return { memberId, values, before: { id }, change };
    };
    return {
      check(row, key) {
        const found = find(row, key);
        if (found instanceof RowRefusal) return found;
        if (found.before === null) return 'added';
        return found.change === null ? 'unchanged' : 'updated';
      },
      apply(row, key, importId) {
        const found = find(row, key);
        if (found instanceof RowRefusal) return found;
        if (found.before === null) {
          statements.insert(found.memberId, found.values, row.externalId, importId, key);
          return { outcome: 'added' };
        }
        if (found.change === null) return { outcome: 'unchanged' };
        statements.update(found.before.id, found.values, importId);
        return { outcome: 'updated', change: found.change };
      },
    };
  },
};

type ActivityDates = Pick<ActivityRow, 'completedOn' | 'employedFrom' | 'employedTo'>;

/** Employment has its first and perhaps last day, everything else the day it was completed (contract.md). */
function readDates(cells: RowCells, category: ActivityCategory, today: CalendarDate): ActivityDates {
  const date = dateUpTo(addYears(today, 1), 'lies more than a year ahead; check the year');
  if (category !== 'employment-verification') {
    for (const column of ['employed_from', 'employed_to'])
      if (cells.shown(column).trim() !== '')
        cells.refuse(column, `belongs to employment-verification alone, not to ${category}`);
    return { completedOn: cells.need('completed_on', date), employedFrom: null, employedTo: null };
  }
  if (cells.shown('completed_on').trim() !== '')
    cells.refuse(
      'completed_on',
      'does not belong to employment-verification, which has employed_from and employed_to',
    );
  const employedFrom = cells.need('employed_from', date);
  const employedTo = cells.filled('employed_to', date) ?? null;
  if (employedTo !== null && employedTo !== '' && employedTo < employedFrom)
    cells.refuse('employed_to', `lies before employed_from ${employedFrom}`);
  return { completedOn: null, employedFrom, employedTo };
}

function valuesOf(row: ActivityRow): ActivityValues {
  return {
    category: row.category,
    title: row.title,
    provider: row.provider,
    completed_on: row.completedOn,
    employed_from: row.employedFrom,
    employed_to: row.employedTo,
    hours: row.hours,
    points: row.points,
    criteria: row.criteria,
    source: row.source,
  };
}
