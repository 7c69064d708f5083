import { expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { felonyReaders, saveFelonyReaders } from '../../../electron/services/felony-readers.ts';
import { memberPage } from '../../../electron/services/member-page/member-page.ts';
import { readFelony, recordFelony } from '../../../electron/services/recertification/felony.ts';
import { applicationList, applicationView } from '../../../electron/services/recertification/view.ts';
import { read } from '../../printing/poppler.ts';
import { emptyOffice, TODAY } from '../../temp-office.ts';
import { DORA, lapsedOffice, openFelony, start, step } from './lapsed-office.ts';

const YES = {
  answer: 'yes',
  happenedOn: 'March 1999',
  nature: 'Forgery of prescriptions',
  court: 'Circuit Court of Cook County',
  outcome: 'Probation, completed',
} as const;
const DETAILS = [YES.happenedOn, YES.nature, YES.court, YES.outcome];

test('PB-REC-1: the felony question is closed to whoever is not named, for reading as for recording', async () => {
  const office = await lapsedOffice();
  const { application } = await start(office, DORA, 'RMA', 'ccp');
  const refusal = { code: 'felony-closed', fix: expect.stringContaining('Settings') };
  await expect(readFelony(office, application)).rejects.toMatchObject(refusal);
  await expect(recordFelony(office, { application, ...YES })).rejects.toMatchObject(refusal);
  await openFelony(office);
  expect(await readFelony(office, application)).toBeNull();
});

test('a yes is whole with date, nature, court and outcome; each reading is journalled', async () => {
  const office = await lapsedOffice();
  const { application } = await start(office, DORA, 'RMA', 'ccp');
  await openFelony(office);
  const missing = async () =>
    (await applicationView(office, application)).checklist.find(({ id }) => id === 'felony')?.done;
  for (const part of ['happenedOn', 'nature', 'court', 'outcome'] as const) {
    await recordFelony(office, { application, ...YES, [part]: ' ' });
    expect(await missing(), part).toBe(false);
  }
  await recordFelony(office, { application, ...YES });
  expect(await missing()).toBe(true);
  await expect(recordFelony(office, { application, ...YES, answer: 'no' })).rejects.toMatchObject({
    code: 'felony-contradicts',
  });
  expect(await readFelony(office, application)).toMatchObject({ ...YES, recordedBy: 'Test' });
  await readFelony(office, application);
  const read = office.db.sqlite
    .prepare("SELECT count(*) FROM journal WHERE action = 'recertification.felony-read' AND actor = 'Test'")
    .pluck()
    .get();
  expect(read).toBe(2);
});

test('what was answered is nowhere but where it is kept: not in journal, history, lists, the page or the letter', async () => {
  const office = await lapsedOffice();
  const { application } = await start(office, DORA, 'RMA', 'ccp');
  await openFelony(office);
  await recordFelony(office, { application, ...YES });
  await readFelony(office, application);
  const view = await step(office, application, 'incomplete');
  const [letter] = view.papers;
  const texts = [
    JSON.stringify(view),
    JSON.stringify(await applicationList(office, { state: 'all', memberNo: null, offset: 0, limit: 9 })),
    JSON.stringify(await memberPage(office, DORA, TODAY)),
    office.db.sqlite.prepare('SELECT group_concat(detail) FROM journal').pluck().get(),
    read('pdftotext', [documentPath(office.folder, letter?.sha256 ?? ''), '-']),
  ].map(String);
  for (const text of texts) for (const detail of DETAILS) expect(text).not.toContain(detail);
  // The history says that it was read, and by whom.
  const { journal } = await memberPage(office, DORA, TODAY);
  expect(journal.map(({ text }) => text)).toContain('RMA: felony question read');
});

test('a manager names who may; before there is one, whoever sets up the office does', async () => {
  const fresh = await emptyOffice();
  expect(await saveFelonyReaders(fresh, [' Ann ', 'Ann', ''])).toEqual(['Ann']);
  const office = await lapsedOffice();
  // The small office has Maya as its manager, and Test is at the desk.
  await expect(saveFelonyReaders(office, ['Test'])).rejects.toMatchObject({ code: 'manager-needed' });
  expect(await felonyReaders(office)).toEqual([]);
});
