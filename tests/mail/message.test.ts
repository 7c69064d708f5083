import { expect, test } from 'vitest';
import { htmlOf } from '../../electron/mail/letter-html.ts';
import { plainOf } from '../../electron/mail/letter-plain.ts';
import { letterWords } from '../../electron/mail/letter-words.ts';
import { messageBytes } from '../../electron/mail/message.ts';
import { resourcesFolder } from '../../electron/platform/resources.ts';
import { parseLetter } from '../../electron/printing/letter/template.ts';
import { shippedLetter } from '../../electron/services/letters/current.ts';
import type { LineAudit, NoticeLine, NoticeSheet } from '../../shared/domain/notice.ts';
import { LETTERS } from '../../shared/domain/notice-schedule.ts';
import { purposeOf } from '../../shared/domain/sheet-code.ts';
import { settingsFor } from './start-server.ts';

const OFFICE = {
  name: 'Board of “Test & Trial” <Certification>',
  address: {
    address1: '10700 W Higgins Rd',
    address2: '',
    city: 'Rosemont',
    state: 'IL',
    zip: '60018',
    country: 'US',
  },
  phone: '847-823-5169',
  email: 'office@standing.example',
  website: 'standing.example',
  logo: null,
};

const AUDIT: LineAudit = {
  audit: 12,
  campaign: '2027',
  selectedOn: '2027-01-08',
  answerBy: '2027-02-14',
  activities: [
    { activity: 3, title: 'Hemostasis Update', from: '2024-05-04', to: '2024-05-04', points: 7.5 },
  ],
};

function sheetOf(letter: (typeof LETTERS)[number], arrearsCents: number): NoticeSheet {
  const line: NoticeLine = {
    code: 'RMA',
    certificationName: 'Registered Medical Assistant',
    status: 'due',
    yearStart: '2026-12-01',
    yearEnd: '2027-11-30',
    amountCents: 5000,
    arrearsCents,
    dueOn: '2026-12-31',
    boundByCcp: true,
    cycleEnd: '2027-11-30',
    pointsRequired: 30,
    pointsCounted: 12,
    pointsOutstanding: 18,
    attested: false,
    ...(letter.kind === 'receipt' ? { paid: { cents: 50_00, on: '2026-11-20', how: 'Check 1041' } } : {}),
    ...(letter.kind === 'audit' ? { audit: AUDIT } : {}),
    ...(letter.kind === 'final' ? { lapsesOn: '2027-01-31' } : {}),
    ...(letter.kind === 'lapse'
      ? { lapse: { cause: 'fees', since: '2023-12-31', on: '2026-12-31', routes: ['ccp', 'exam'] } }
      : {}),
  };
  const purpose = purposeOf(letter.kind, letter.id);
  return {
    run: '2026-12-A',
    purpose,
    sheet: 17,
    sheets: 60,
    dated: '2026-11-22',
    month: '2026-12',
    memberNo: '700412',
    memberName: 'Zoë O’Brien-Nuñez',
    addressLines: [],
    addressSize: 0,
    lines: [line],
    totalCents: 5000 + arrearsCents,
    consequence: { citation: 'SC-LAPSE-1', sentence: 'A certification lapses after three years.' },
    ...(letter.kind === 'lapse'
      ? { waysBack: [{ citation: 'SC-RECERT-1', sentence: 'There are two ways.' }] }
      : {}),
    ...(letter.kind === 'audit'
      ? { selection: [{ citation: 'PB-AUD-1', sentence: 'The audit is random.' }] }
      : {}),
  };
}

const CASES = LETTERS.flatMap((letter) => [0, 10_000].map((arrears) => [letter, arrears] as const));

/** The words that a reader of either form sees, in their order. */
const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function textOf(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
  return body
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test.each(CASES)(
  '$id: plain text and HTML say the same, all of the letter’s words and amounts',
  (letter, arrears) => {
    const { text } = shippedLetter(resourcesFolder(), letter.id);
    const words = letterWords(OFFICE, parseLetter(text, letter.id, letter.kind), sheetOf(letter, arrears));
    const plain = plainOf(words);
    expect(wordsIn(textOf(htmlOf(words)))).toEqual(wordsIn(plain));
    expect(plain).toContain('700412');
    expect(plain).toContain('Policy SC-LAPSE-1.');
    expect(plain).not.toMatch(/\{\{|undefined|null/);
    for (const line of plain.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    const asks = !['ccp', 'lapse', 'receipt', 'audit'].includes(letter.kind);
    if (asks) expect(plain).toContain(arrears === 0 ? 'Amount due: $50.00' : 'Total due: $150.00');
    if (letter.kind === 'ccp')
      expect(plain).toMatch(/Outstanding: 18[\s\S]*CCP attestation[\s\S]*Signature: ____/);
    if (letter.kind === 'receipt') expect(plain).toContain('Received: $50.00 on 20 November 2026');
    if (letter.kind === 'audit')
      expect(plain).toMatch(
        /Audited cycle: 1 December 2026[\s\S]*Hemostasis Update: 4 May 2024, 7.5 points[\s\S]*Policy PB-AUD-1/,
      );
    if (letter.kind === 'lapse') expect(plain).toContain('“There are two ways.” Policy SC-RECERT-1.');
  },
);

test('headers: who, to whom, which run, how to stop it; the same bytes every time', async () => {
  const [letter] = LETTERS;
  if (letter === undefined) throw new Error('There is a letter.');
  const { text } = shippedLetter(resourcesFolder(), letter.id);
  const message = {
    settings: settingsFor(25, { replyTo: 'answers@standing.example' }),
    office: OFFICE,
    to: { name: 'Zoë O’Brien-Nuñez', address: 'zoe@members.example' },
    memberNo: '700412',
    messageId: '<2026-12-A.17.0123@standing.example>',
    date: '2026-11-22T12:00:00.000Z',
    words: letterWords(OFFICE, parseLetter(text, letter.id, letter.kind), sheetOf(letter, 0)),
  };
  const bytes = await messageBytes(message);
  expect(await messageBytes(message)).toEqual(bytes);
  const header =
    bytes
      .toString()
      .split('\r\n\r\n')[0]
      ?.replaceAll(/\r\n\s+/g, ' ') ?? '';
  expect(header).toMatch(/^From: .*<office@standing\.example>$/m);
  expect(header).toMatch(/^Reply-To: .*<answers@standing\.example>$/m);
  expect(header).toMatch(/^To: .*<zoe@members\.example>$/m);
  expect(header).toContain('Subject: Renewal notice for December 2026');
  expect(header).toContain('Message-ID: <2026-12-A.17.0123@standing.example>');
  expect(header).toContain('Date: Sun, 22 Nov 2026 12:00:00 +0000');
  expect(header).toMatch(
    /^List-Unsubscribe: <mailto:office@standing\.example\?subject=unsubscribe%20700412>$/m,
  );
  expect(header).toMatch(/^Content-Type: multipart\/alternative/m);
  const page = { ...message, settings: settingsFor(25, { unsubscribeUrl: 'https://standing.example/stop' }) };
  expect((await messageBytes(page)).toString().replaceAll(/\r\n\s+/g, ' ')).toMatch(
    /^List-Unsubscribe: <mailto:[^>]*>, <https:\/\/standing\.example\/stop>/m,
  );
  expect(
    Math.max(
      ...bytes
        .toString()
        .split('\r\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(998);
});
