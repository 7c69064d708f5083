import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { restand } from '../../../electron/services/restand.ts';
import type { Chance } from '../../../electron/services/sample/chance.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';

/** Draws from those who rolled in the year before (PB-AUD-1); their audits are open from this day on. */
export async function drawAudits(office: Office, day: CalendarDate, chance: Chance): Promise<number> {
  const year = Number(day.slice(0, 4));
  const rolled = office.db.sqlite
    .prepare<[string, string], { id: number; memberId: number; cycleStart: CalendarDate }>(
      `SELECT r.certification_id AS id, c.member_id AS memberId, r.cycle_start AS cycleStart
       FROM rolled_cycle r JOIN certification c ON c.id = r.certification_id
       WHERE r.rolled_on BETWEEN ? AND ? ORDER BY r.id`,
    )
    .all(`${year - 1}-01-01`, `${year - 1}-12-31`);
  const drawn = rolled.filter(() => chance.happens(0.08));
  if (drawn.length === 0) return 0;
  const policy = await officePolicy(office);
  await office.act(async (write) => {
    const rows = drawn.map(({ id, cycleStart }) => ({
      certification_id: id,
      cycle_start: cycleStart,
      selected_on: day,
    }));
    await write.kysely.insertInto('audit').values(rows).execute();
    const members = drawn.map(({ memberId }) => memberId);
    await restand(write, members, policy, day);
    write.journal({ action: 'audit.drawn', subject: 'office', subjectId: String(year), detail: { drawn } });
  });
  return drawn.length;
}

/** Closes the open audits; one in six shows no compliance (SC-LAPSE-3). */
export async function closeAudits(office: Office, day: CalendarDate, chance: Chance): Promise<void> {
  const open = office.db.sqlite
    .prepare<[], { id: number; memberId: number }>(
      `SELECT a.id, c.member_id AS memberId FROM audit a JOIN certification c ON c.id = a.certification_id
       WHERE a.closed_on IS NULL ORDER BY a.id`,
    )
    .all();
  if (open.length === 0) return;
  const policy = await officePolicy(office);
  await office.act(async (write) => {
    for (const { id } of open)
      await write.kysely
        .updateTable('audit')
        .set({ closed_on: day, outcome: chance.happens(1 / 6) ? 'non-compliant' : 'compliant' })
        .where('id', '=', id)
        .execute();
    const members = open.map(({ memberId }) => memberId);
    await restand(write, members, policy, day);
    write.journal({
      action: 'audit.closed',
      subject: 'office',
      subjectId: day,
      detail: { audits: open.length },
    });
  });
}
