import { StandingError } from '../../shared/ipc/errors.ts';
import { saveSetting, setting } from '../repositories/settings.ts';
import { managers } from './managers.ts';
import type { Office, OfficeView } from './office.ts';

/** The names of those who may see the answer to the felony question, as the journal knows them. */
export async function felonyReaders(view: Pick<OfficeView, 'reader'>): Promise<readonly string[]> {
  return (await setting(view.reader, 'felonyReaders')) ?? [];
}

/**
 * Names them anew. Where the office has managers, only a manager does.
 * @throws StandingError `manager-needed`
 */
export async function saveFelonyReaders(
  office: Office,
  names: readonly string[],
): Promise<readonly string[]> {
  const before = await felonyReaders(office);
  const after = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  const mayName = await managers(office);
  await office.act(async (write) => {
    if (mayName.length > 0 && !mayName.includes(write.actor.name))
      throw new StandingError(
        'manager-needed',
        `Naming who may see felony details needs a manager, and ${write.actor.name} is not one.`,
        `Ask one of them to do it: ${mayName.join(', ')}.`,
      );
    await saveSetting(write, 'felonyReaders', after);
    write.journal({
      action: 'office.felony-readers-named',
      subject: 'office',
      subjectId: 'felony-readers',
      detail: { before, after },
    });
  });
  return after;
}

/** @throws StandingError `felony-closed` */
export async function refuseFelonyStrangers(view: Pick<OfficeView, 'reader'>, actor: string): Promise<void> {
  const names = await felonyReaders(view);
  if (names.includes(actor)) return;
  throw new StandingError(
    'felony-closed',
    `The felony question is open to named people only, and ${actor} is not one of them.`,
    names.length === 0
      ? 'Name them in Settings, Office, under “Felony details”.'
      : `Ask one of them: ${names.join(', ')}.`,
  );
}
