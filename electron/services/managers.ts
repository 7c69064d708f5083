import { StandingError } from '../../shared/ipc/errors.ts';
import { saveSetting, setting } from '../repositories/settings.ts';
import { refuseCardNumbers } from './card-numbers.ts';
import type { Office, OfficeView } from './office.ts';

/** The names of those who may allow a waiver, a refund or an override, as the journal knows them. */
export async function managers(view: Pick<OfficeView, 'reader'>): Promise<readonly string[]> {
  return (await setting(view.reader, 'managers')) ?? [];
}

/**
 * Names them anew. The first is named by whoever sets up the office; after that only a manager names others.
 * @throws StandingError `manager-needed`, `manager-unnamed`
 */
export async function saveManagers(office: Office, names: readonly string[]): Promise<readonly string[]> {
  const before = await managers(office);
  const after = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  if (after.length === 0 && before.length > 0)
    throw new StandingError(
      'manager-unnamed',
      'An office keeps at least one manager.',
      'Name another manager before taking this one out.',
    );
  refuseCardNumbers(after);
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  await office.act(async (write) => {
    if (before.length > 0) refuseOthers(before, write.actor.name, 'Naming managers');
    await saveSetting(write, 'managers', after);
    write.journal({
      action: 'office.managers-named',
      subject: 'office',
      subjectId: 'managers',
      detail: { before, after },
    });
  });
  return after;
}

/**
 * Who allows something: the one named, or else the one who acts.
 * @param what begins the sentence that refuses, e.g. `Waiving a fee`
 * @returns the manager's name, for the record
 * @throws StandingError `manager-needed`
 */
export async function allowedBy(
  view: Pick<OfficeView, 'reader'>,
  actor: string,
  approvedBy: string | null,
  what: string,
): Promise<string> {
  const name = approvedBy?.trim() || actor;
  refuseOthers(await managers(view), name, what);
  return name;
}

function refuseOthers(names: readonly string[], name: string, what: string): void {
  if (names.includes(name)) return;
  throw new StandingError(
    'manager-needed',
    `${what} needs a manager, and ${name} is not one.`,
    names.length === 0
      ? 'Name the office’s managers in Settings first.'
      : `Ask one of them to approve it: ${names.join(', ')}.`,
  );
}
