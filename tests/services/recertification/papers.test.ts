import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { previewLetter } from '../../../electron/services/letters/preview.ts';
import { letterDraft, saveLetter } from '../../../electron/services/letters/versions.ts';
import type { Office } from '../../../electron/services/office.ts';
import { listPoints } from '../../../electron/services/recertification/form.ts';
import { letterOfSections } from '../../../shared/domain/letters.ts';
import type { ApplicationView, RecertificationPaperKind } from '../../../shared/domain/recertification.ts';
import { read } from '../../printing/poppler.ts';
import { tempFolder } from '../../temp-office.ts';
import { COURSE, complete, DORA, EMIL, lapsedOffice, start, step } from './lapsed-office.ts';

/** The words of a paper, on one line. */
function textOf(office: Office, view: ApplicationView, kind: RecertificationPaperKind): string {
  const sha256 = view.papers.find((paper) => paper.kind === kind)?.sha256 ?? '';
  return read('pdftotext', ['-layout', documentPath(office.folder, sha256), '-']).replaceAll(/\s+/g, ' ');
}

test('PB-REC-1: one letter names everything that is missing, and nothing else', async () => {
  const office = await lapsedOffice();
  const { application } = await start(office, DORA, 'RMA', 'ccp');
  await listPoints(office, { application, ...COURSE, points: 12 });
  await listPoints(office, {
    application,
    ...COURSE,
    title: 'Article on tubes',
    category: 'authorship',
    points: 8,
    proofOn: null,
  });
  const view = await step(office, application, 'incomplete');
  expect(view.papers).toHaveLength(1);
  const text = textOf(office, view, 'recertification-missing');
  const asked = view.checklist.filter(({ done }) => !done);
  expect(asked.map(({ id }) => id)).toEqual(['felony', 'points', 'proof', 'attestation', 'fee']);
  for (const { ask } of asked) expect(text).toContain(ask);
  // 12 count and 8 wait for proof: ten more are short, and the proof is asked for by name.
  expect(text).toContain('10 more CCP points: 30 are required for RMA.');
  expect(text).toContain('Proof of: Article on tubes.');
  expect(text).toContain('The fee for recertification: $100.00.');
  expect(text).toContain('Dora Vance');
  expect(text).not.toContain('employment verification');
  expect(text).toContain(
    'You must meet CURRENT eligibility criteria, not those at initial certification.” (SC-LAPSE-0)',
  );
});

test('the denial gives its reason word for word, and the exam’s application its own sentence', async () => {
  const office = await lapsedOffice();
  const { application } = await start(office, EMIL, 'RPT', 'exam');
  const missing = await step(office, application, 'incomplete');
  expect(textOf(office, missing, 'recertification-missing')).toContain('(SC-RECERT-3)');
  const reason = 'The program is not accredited, and the hours of work are not proven.';
  const denied = await step(office, application, 'denied', { reason });
  expect(denied).toMatchObject({ status: 'denied', closedOn: '2026-11-22', next: [] });
  expect(denied.steps.at(-1)).toMatchObject({ to: 'denied', reason, actor: 'Test' });
  expect(textOf(office, denied, 'recertification-denied')).toContain(reason);
});

test('certificate and card say who, what, since when and until when the first cycle runs', async () => {
  const office = await lapsedOffice();
  const view = await start(office, DORA, 'RMA', 'ccp');
  await complete(office, view);
  await step(office, view.application, 'under-review');
  const approved = await step(office, view.application, 'approved');
  const certificate = textOf(office, approved, 'certificate');
  for (const words of [
    'Certification Office',
    'Dora Vance',
    'Registered Medical Assistant, RMA',
    '22 November 2026',
    '10 March 2005',
    'the first by 21 November 2029',
  ])
    expect(certificate).toContain(words);
  expect(textOf(office, approved, 'wallet-card')).toContain('Dora Vance');
  const sha256 = approved.papers.find(({ kind }) => kind === 'certificate')?.sha256 ?? '';
  const info = read('pdfinfo', [documentPath(office.folder, sha256)]);
  expect(info).toContain('792 x 612 pts');
  expect(info).toMatch(/Title:\s+Certificate, Dora Vance, RMA/);
  const fonts = read('pdffonts', [documentPath(office.folder, sha256)]);
  expect(
    fonts
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
      .every((line) => / yes (yes|no) +yes /.test(line)),
  ).toBe(true);
});

test('the office words the letters itself: each names its version, and one that was sent stays as it was', async () => {
  const office = await lapsedOffice();
  const worded = async (words: string) => {
    const { sections } = await letterDraft(office, 'recertification-missing', null);
    const changed = sections.map((part) => (part.name === 'closing' ? { ...part, text: words } : part));
    return saveLetter(office, 'recertification-missing', letterOfSections(changed));
  };
  await expect(worded('Your fee of {{amount.total}} is missing.')).rejects.toThrow(
    'there is no field “amount.total”',
  );
  expect(await worded('The first words for {{route}}, {{member.number}}.')).toBe(1);
  const { application } = await start(office, DORA, 'RMA', 'ccp');
  const first = await step(office, application, 'incomplete');
  const kept = first.papers.map(({ sha256 }) => sha256);
  expect(first.papers).toMatchObject([{ kind: 'recertification-missing', letterVersion: 1 }]);
  expect(textOf(office, first, 'recertification-missing')).toContain(`The first words for by CCP, ${DORA}.`);
  expect(await worded('The second words.')).toBe(2);
  const denied = await step(office, application, 'denied', { reason: 'Nothing came.' });
  expect(denied.papers.map(({ letterVersion }) => letterVersion)).toEqual([1, null]);
  expect(denied.papers.map(({ sha256 }) => sha256).slice(0, 1)).toEqual(kept);
  expect(textOf(office, denied, 'recertification-missing')).toContain('The first words');

  const shown = await previewLetter(office, {
    letter: 'recertification-missing',
    text: null,
    memberNo: DORA,
    today: office.clock.today(),
  });
  const file = join(tempFolder(), 'preview.pdf');
  writeFileSync(file, Buffer.from(shown.pdf, 'base64'));
  const text = read('pdftotext', ['-layout', file, '-']).replaceAll(/\s+/g, ' ');
  expect(text).toContain('The second words.');
  expect(text).toContain('Dora Vance');
  await expect(
    previewLetter(office, {
      letter: 'recertification-denied',
      text: null,
      memberNo: EMIL,
      today: '2026-11-22',
    }),
  ).rejects.toMatchObject({ code: 'letter-not-for-member' });
});
