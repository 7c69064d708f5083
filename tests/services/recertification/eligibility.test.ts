import { describe, expect, test } from 'vitest';
import { documentPath } from '../../../electron/documents/store.ts';
import { memberPage } from '../../../electron/services/member-page/member-page.ts';
import type { Office } from '../../../electron/services/office.ts';
import { keepEligibility, noteDocument } from '../../../electron/services/recertification/eligibility.ts';
import { startApplication } from '../../../electron/services/recertification/start.ts';
import { applicationList, applicationView } from '../../../electron/services/recertification/view.ts';
import type { WayFound } from '../../../shared/domain/kept-eligibility.ts';
import type { ApplicationView } from '../../../shared/domain/recertification.ts';
import { read } from '../../printing/poppler.ts';
import { TODAY } from '../../temp-office.ts';
import { DORA, lapsedOffice, start, step } from './lapsed-office.ts';

/** Six years of work: the way by work fits as it stands. */
const WORK: WayFound = {
  route: 'work',
  answers: { training: 'none', 'work-years': 6, 'teaching-years': null, points: 0 },
};
const FORM = 'Employment verification form, signed by each employer';

const item = (view: ApplicationView, id: string) => view.checklist.find((one) => one.id === id);

const startWith = (office: Office, way: WayFound | null) =>
  startApplication(office, { memberNo: DORA, code: 'RMA', receivedOn: '2026-11-02', route: 'exam', way });

describe('SC-RECERT-4: what the eligibility assistant found', () => {
  test('is kept with the application that it starts: its way, answers and documents, on the form and on the checklist', async () => {
    const office = await lapsedOffice();
    const view = await startWith(office, WORK);
    expect(view.eligibility).toMatchObject({
      route: 'work',
      title: 'Work experience',
      citation: 'SC-RECERT-3',
      answers: WORK.answers,
      on: TODAY,
      actor: 'Test',
      needs: [{ state: 'met' }, { state: 'met' }],
      documents: [
        { place: 1, shownBy: 'application', cameOn: '2026-11-02' },
        { place: 2, text: FORM, shownBy: null, cameOn: null },
        { place: 3, shownBy: 'fee', cameOn: null },
      ],
    });
    // The records answer what they know; the rest the person did.
    expect(view.eligibility?.answered.map(({ known }) => known)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(view).toMatchObject({ eligibleBy: 'Work experience', eligibleCheckedOn: TODAY });
    expect(item(view, 'eligibility')).toMatchObject({
      done: true,
      said: 'Work experience, checked on 22 November 2026',
    });
    expect(item(view, 'documents')).toMatchObject({
      done: false,
      title: 'Documents of the way to the exam',
      citation: 'SC-RECERT-3',
      said: `For “Work experience”: missing ${FORM}`,
    });
    const { journal } = await memberPage(office, DORA, TODAY);
    expect(journal[0]).toMatchObject({
      action: 'recertification.eligibility-kept',
      text: 'RMA: eligible for the exam by “Work experience”, as the eligibility assistant found',
    });
  });

  test('hinders the review until its documents are there, is asked for in the letter, and a mistake is taken back', async () => {
    const office = await lapsedOffice();
    const { application } = await startWith(office, WORK);
    const told = await step(office, application, 'incomplete');
    const letter = told.papers.find(({ kind }) => kind === 'recertification-missing');
    const pdf = documentPath(office.folder, letter?.sha256 ?? '');
    expect(read('pdftotext', ['-layout', pdf, '-']).replaceAll(/\s+/g, ' ')).toContain(
      `For the way “Work experience” to the exam: ${FORM}.`,
    );
    const listed = async () =>
      (await applicationList(office, { state: 'open', memberNo: DORA, offset: 0, limit: 5 })).rows[0]
        ?.missing;
    const before = await listed();
    const came = await noteDocument(office, { application, place: 2, cameOn: '2026-11-20' });
    expect(item(came, 'documents')).toMatchObject({
      done: true,
      said: 'For “Work experience”: all are there',
      ask: '',
    });
    expect(await listed()).toBe((before ?? 0) - 1);
    const undone = await noteDocument(office, { application, place: 2, cameOn: null });
    expect(item(undone, 'documents')).toMatchObject({ done: false });
    const { journal } = await memberPage(office, DORA, TODAY);
    expect(journal.slice(0, 2).map(({ text }) => text)).toEqual([
      `RMA: ${FORM} had not come; noted by mistake`,
      `RMA: ${FORM} came on 20 November 2026`,
    ]);
    expect(undone.next.find(({ to }) => to === 'under-review')?.hindered).toContain(
      'documents of the way to the exam',
    );
  });

  test('found anew takes the place of what was found before, and what came already stays noted', async () => {
    const office = await lapsedOffice();
    const { application } = await startWith(office, WORK);
    await noteDocument(office, { application, place: 2, cameOn: '2026-11-20' });
    const again = await keepEligibility(office, {
      application,
      route: 'education-and-work',
      answers: {
        training: 'accredited',
        'training-hours': 800,
        'graduated-years': 12,
        'work-years': 3,
        'teaching-years': 0,
        points: 0,
      },
    });
    expect(again.eligibility?.title).toBe('Education of longer ago, with work');
    expect(again.eligibility?.documents.map(({ text, cameOn }) => [text, cameOn])).toEqual([
      ['Recertification by Exam Application (SC-RECERT-3)', '2026-11-02'],
      ['Final transcript with the date of graduation', null],
      [FORM, '2026-11-20'],
      ['Exam fee (SC-RECERT-3)', null],
    ]);
    expect(office.db.sqlite.prepare('SELECT count(*) FROM recertification_eligibility').pluck().get()).toBe(
      2,
    );
  });

  test('an application without it asks for no documents', async () => {
    const view = await start(await lapsedOffice(), DORA, 'RMA', 'exam');
    expect(view.eligibility).toBeNull();
    expect(item(view, 'documents')).toBeUndefined();
  });

  test.each<[why: string, way: WayFound, code: string]>([
    ['a way that the answers close', { route: 'military', answers: { ...WORK.answers } }, 'way-closed'],
    ['a way that is not asked through', { route: 'work', answers: { training: 'none' } }, 'way-closed'],
    ['the way by CCP', { ...WORK, route: 'ccp' }, 'way-unknown'],
    ['a way that is not there', { ...WORK, route: 'moon' }, 'way-unknown'],
    ['an answer that is none', { route: 'work', answers: { 'work-years': 99 } }, 'answer-impossible'],
    [
      'what the records say otherwise',
      { ...WORK, answers: { ...WORK.answers, held: 'never' } },
      'answer-contradicts',
    ],
  ])('%s is refused, and no application is entered', async (_, way, code) => {
    const office = await lapsedOffice();
    await expect(startWith(office, way)).rejects.toMatchObject({ code });
    expect(office.db.sqlite.prepare('SELECT count(*) FROM recertification_application').pluck().get()).toBe(
      0,
    );
  });

  test('neither is it kept with an application by CCP, nor a document noted that nobody asked for', async () => {
    const office = await lapsedOffice();
    const { application } = await start(office, DORA, 'RMA', 'ccp');
    await expect(keepEligibility(office, { application, ...WORK })).rejects.toMatchObject({
      code: 'way-by-ccp',
    });
    await expect(noteDocument(office, { application, place: 2, cameOn: TODAY })).rejects.toMatchObject({
      code: 'document-unknown',
    });
    const other = await lapsedOffice();
    const exam = await startWith(other, WORK);
    for (const place of [1, 3, 4])
      await expect(
        noteDocument(other, { application: exam.application, place, cameOn: TODAY }),
      ).rejects.toMatchObject({ code: 'document-unknown' });
    await expect(
      noteDocument(other, { application: exam.application, place: 2, cameOn: '2026-11-23' }),
    ).rejects.toMatchObject({ code: 'date-impossible' });
    expect((await applicationView(other, exam.application)).eligibility?.documents[1]?.cameOn).toBeNull();
  });
});
