import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { frozenRun } from '../../../electron/repositories/runs.ts';
import { previewLetter } from '../../../electron/services/letters/preview.ts';
import { letterDraft, listLetters, saveLetter, textOf } from '../../../electron/services/letters/versions.ts';
import { prepareRenewals } from '../../../electron/services/notices/prepare.ts';
import { printRun } from '../../../electron/services/notices/print.ts';
import type { Office } from '../../../electron/services/office.ts';
import { chooseEnvelope, saveSignature } from '../../../electron/services/stationery.ts';
import { ALL_LETTERS, AUDIT_LETTERS, DESK_LETTERS } from '../../../shared/domain/desk-letters.ts';
import { letterOfSections } from '../../../shared/domain/letters.ts';
import { LETTERS } from '../../../shared/domain/notice-schedule.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { read } from '../../printing/poppler.ts';
import { reopenOn, sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

const changed = async (office: Office, words: string) => {
  const { sections } = await letterDraft(office, 'renewal', null);
  return letterOfSections(
    sections.map((one) =>
      one.name === 'closing' ? { ...one, text: `${words} Call {{office.phone}}.` } : one,
    ),
  );
};
const pdfText = (file: string) => read('pdftotext', ['-layout', file, '-']);
const prepare = (office: Office, again: boolean) =>
  prepareRenewals(office, { month: '2026-12', asOf: TODAY, again }, unwatchedWork());
const someone = (office: Office): string =>
  String(
    office.db.sqlite
      .prepare(
        "SELECT m.member_no FROM member m JOIN postal_address a ON a.member_id = m.id AND a.valid_to IS NULL JOIN certification c ON c.member_id = m.id WHERE m.deceased_on IS NULL AND a.country = 'US' AND a.bad_reason IS NULL AND c.code = 'RMA' LIMIT 1",
      )
      .pluck()
      .get(),
  );

test('each saved text is a dated version, and the one that ships stays', async () => {
  const office = await sampleOffice(60);
  expect((await listLetters(office)).map(({ id, version }) => [id, version])).toEqual(
    ALL_LETTERS.map(({ id }) => [id, null]),
  );
  const first = await changed(office, 'We are glad that you are with us.');
  expect(await saveLetter(office, 'renewal', first)).toBe(1);
  expect(await saveLetter(office, 'renewal', first)).toBe(1);
  expect(await saveLetter(office, 'renewal', await changed(office, 'Thank you.'))).toBe(2);
  const draft = await letterDraft(office, 'renewal', null);
  expect(draft).toMatchObject({
    version: 2,
    versions: [
      { version: 2, savedOn: TODAY, savedBy: 'Test' },
      { version: 1, savedOn: TODAY, savedBy: 'Test' },
    ],
  });
  expect((await textOf(office, 'renewal', 1)).text).toBe(first);
  expect(await saveLetter(office, 'renewal', (await textOf(office, 'renewal', 1)).text)).toBe(3);
  expect((await textOf(office, 'renewal', 0)).version).toBeNull();
  await expect(letterDraft(office, 'renewal', 9)).rejects.toMatchObject({ code: 'letter-version-unknown' });
});

test('a misspelt field is refused with its line, and nothing is saved', async () => {
  const office = await sampleOffice(60);
  const text = (await changed(office, 'Dear {{member.nmae}},')).replaceAll('\r', '');
  const line = text.split('\n').findIndex((one) => one.includes('nmae')) + 1;
  await expect(saveLetter(office, 'renewal', await changed(office, 'Thank you, 王.'))).rejects.toThrow(
    /^The letter “Renewal notice”, line \d+: the letter fonts have no “王”\.$/,
  );
  await expect(saveLetter(office, 'renewal', text)).rejects.toThrow(
    `line ${line}: there is no field “member.nmae”`,
  );
  expect((await listLetters(office))[0]).toMatchObject({ id: 'renewal', version: null });
});

test('a run keeps the version that it was prepared with', async () => {
  const office = await sampleOffice(200);
  const before = await prepare(office, false);
  await saveLetter(office, 'renewal', await changed(office, 'WORDS OF VERSION ONE.'));
  office.db.sqlite.exec(
    "UPDATE notice_given SET failed = 'returned', failed_on = '2026-11-22' WHERE run_id = '2026-12-A'",
  );
  const after = await prepare(office, true);
  await saveLetter(office, 'renewal', await changed(office, 'Words of version two.'));
  expect((await frozenRun(office.reader, before.run)).letterVersion).toBeNull();
  expect((await frozenRun(office.reader, after.run)).letterVersion).toBe(1);
  const outFile = join(tempFolder(), 'x.pdf');
  await printRun(office, { run: after.run, from: 1, to: 1, outFile }, unwatchedWork());
  expect(pdfText(outFile)).toContain('WORDS OF VERSION ONE.');
});

test.each([...LETTERS, DESK_LETTERS[0], ...AUDIT_LETTERS])(
  'the letter $id is shown on a member, on a sheet that is no run’s',
  async ({ id }) => {
    const office = await sampleOffice(60);
    const member = office.db.sqlite
      .prepare<[], string>('SELECT m.member_no FROM member m WHERE deceased_on IS NULL ORDER BY id')
      .pluck()
      .all();
    for (const memberNo of member) {
      const preview = await previewLetter(office, { letter: id, text: null, memberNo, today: TODAY }).catch(
        (error: { code: string }) => {
          expect(error.code).toBe('letter-not-for-member');
          return null;
        },
      );
      if (preview === null) continue;
      const file = join(tempFolder(), 'preview.pdf');
      writeFileSync(file, Buffer.from(preview.pdf, 'base64'));
      const text = pdfText(file);
      expect(text).toContain(memberNo);
      expect(text).toContain('Run PREVIEW');
      const code = /ST1\.\S+/.exec(text)?.[0];
      expect(code === undefined ? null : parseSheetCode(code)).toBeNull();
      expect(preview.asOf >= TODAY).toBe(true);
      return;
    }
    throw new Error('nobody of the sample gets this letter');
  },
);

test('the preview shows words that are not saved, the signature and the chosen envelope', async () => {
  const office = await reopenOn(await sampleOffice(60), TODAY);
  await saveSignature(office, { image: null, name: 'Dana Whitfield', title: 'Registrar' });
  await chooseEnvelope(office, 'a4-dl');
  const text = await changed(office, 'UNSAVED WORDS.');
  const { pdf } = await previewLetter(office, {
    letter: 'renewal',
    text,
    memberNo: someone(office),
    today: TODAY,
  });
  const file = join(tempFolder(), 'preview.pdf');
  writeFileSync(file, Buffer.from(pdf, 'base64'));
  const shown = pdfText(file);
  for (const words of ['UNSAVED WORDS.', 'Dana Whitfield', 'Registrar']) expect(shown).toContain(words);
  expect(Buffer.from(pdf, 'base64').toString('latin1')).toContain('/MediaBox [0 -49.9 595.3 792]');
});

test('a letter that is too long for whoever has most to be told is refused before there is a run', async () => {
  const office = await sampleOffice(200);
  const words = 'Thank you for your membership, which means a great deal to all of us here at the office.';
  const text = (times: number) => changed(office, Array(times).fill(words).join(' '));
  const runs = () => office.db.sqlite.prepare('SELECT count(*) FROM run').pluck().get();
  const refused = async (times: number) => {
    await saveLetter(office, 'renewal', await text(times));
    const run = await prepare(office, true).catch((error: unknown) => error);
    if (!(run instanceof StandingError)) return false;
    expect(run).toMatchObject({ code: 'letter-too-long', message: expect.stringContaining('(member ') });
    expect(runs()).toBe(0);
    return true;
  };
  let times = 34;
  expect(await refused(times)).toBe(true);
  while (await refused(times - 1)) times -= 1;
  expect(times).toBeGreaterThan(1);
  expect(runs()).toBe(1);
});
