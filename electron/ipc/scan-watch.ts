import type { Office } from '../services/office.ts';
import { lookAgainAndAgain } from './folder-looks.ts';
import type { OfficeDesk } from './handlers.ts';
import type { Subject } from './messages.ts';

/**
 * Looks into the scan folder of the open office, and takes what lies there as a job as soon as it is whole. Nothing more is taken while one job does.
 * @param changed told what is stale
 */
export function watchScans(
  desk: Pick<OfficeDesk, 'office' | 'isOpen' | 'jobs' | 'clock' | 'reader' | 'scans' | 'today'>,
  changed: (subjects: readonly Subject[]) => void,
): void {
  let taking = false;

  async function look(office: Office): Promise<void> {
    // A job that was cancelled before it began told nothing.
    if (desk.jobs.size === 0) taking = false;
    if (taking) return;
    const { due, changed: differs } = await desk.scans.look(office, desk.clock.now());
    if (differs) changed(['intake']);
    if (due === null || desk.office !== office) return;
    taking = true;
    desk.jobs.add('intake.takeScans', async (work) => {
      let report = null;
      try {
        const { takeScans } = await import('../services/intake/scan-folder/take-scans.ts');
        report = await takeScans(office, desk.reader, due, desk.today(), work);
        return report;
      } finally {
        desk.scans.taken(due, report);
        taking = false;
        changed(['intake']);
      }
    });
  }

  lookAgainAndAgain(desk, look);
}
