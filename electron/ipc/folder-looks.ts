import type { Office } from '../services/office.ts';
import type { OfficeDesk } from './handlers.ts';

/** Milliseconds between two looks into a watched folder. */
const LOOK_EVERY = 2_000;

/**
 * Looks into a folder of the open office again and again, one look at a time; none while no office is open. A look that fails, as while the office is
 * being closed, is made up for by the next one.
 */
export function lookAgainAndAgain(
  desk: Pick<OfficeDesk, 'office'>,
  look: (office: Office) => Promise<void>,
): void {
  let looking = false;
  setInterval(() => {
    const office = openOffice(desk);
    if (looking || office === null) return;
    looking = true;
    void look(office)
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  }, LOOK_EVERY).unref();
}

function openOffice(desk: Pick<OfficeDesk, 'office'>): Office | null {
  try {
    return desk.office;
  } catch {
    return null;
  }
}
