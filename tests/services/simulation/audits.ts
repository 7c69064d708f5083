import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { drawAudit } from '../../../electron/services/audit/draw.ts';
import type { Office } from '../../../electron/services/office.ts';
import { officePolicy } from '../../../electron/services/policy.ts';
import { restand } from '../../../electron/services/restand.ts';
import type { Chance } from '../../../electron/services/sample/chance.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';

/** Draws the year's audit (PB-AUD-1), in a year in which there is anybody to draw from. */
export async function drawAudits(office: Office, day: CalendarDate): Promise<void> {
  const year = Number(day.slice(0, 4));
  const order = { year, rate: 0.08, size: null, seed: `simulated ${year}`, reason: null };
  try {
    await drawAudit(office, order, day, unwatchedWork());
  } catch (error) {
    if (!(error instanceof StandingError && error.code === 'draw-empty')) throw error;
  }
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
