import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { QuotedSentence } from '../../../shared/domain/notice.ts';
import { BY_ROUTE } from '../../../shared/domain/recertification-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { type EnvelopeProfile, parseEnvelope } from '../../printing/envelope/profile.ts';
import type { PagesOptions, printPages } from '../../printing/print-pages.ts';
import { applicationLetterPage } from '../../printing/recertification/application-letter.ts';
import { applicationText } from '../../printing/recertification/application-text.ts';
import type { OfficeView } from '../office.ts';
import { officeProfile } from '../profile.ts';
import { fittedAddress } from '../reports/papers.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import type { groundOf } from './view.ts';

export type Ground = Awaited<ReturnType<typeof groundOf>>;

/** A letter about an application: what it lists, and which sentences it quotes. */
export interface LetterOrder {
  readonly kind: 'recertification-missing' | 'recertification-denied';
  readonly list: readonly string[];
  readonly marks: 'boxes' | 'bar';
  readonly citations: readonly string[];
}

/** The one letter that names everything missing. */
export function missingLetter({ checklist, record }: Pick<Ground, 'checklist' | 'record'>): LetterOrder {
  const missing = checklist.filter(({ done, ask }) => !done && ask !== '');
  return {
    kind: 'recertification-missing',
    list: missing.map(({ ask }) => ask),
    marks: 'boxes',
    citations: [
      ...(missing.some(({ id }) => id === 'points' || id === 'eligibility') ? ['SC-LAPSE-0'] : []),
      record.route === 'ccp' ? 'SC-RECERT-1' : 'SC-RECERT-3',
    ],
  };
}

/** The letter that denies it, with the reason. */
export function deniedLetter(reason: string): LetterOrder {
  return { kind: 'recertification-denied', list: [reason], marks: 'bar', citations: ['SC-LAPSE-0'] };
}

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** What printing a letter needs. */
export interface SetLetter {
  readonly page: Parameters<typeof printPages>[1][number];
  readonly options: Omit<PagesOptions, 'fontsDir' | 'outFile'>;
}

/**
 * A letter about an application on the office's stationery.
 * @param text of the letter, with its fields
 * @throws StandingError `bad-letter`, `bad-envelope`
 */
export async function setLetter(
  view: View,
  { record, policy, today }: Pick<Ground, 'record' | 'policy' | 'today'>,
  letter: LetterOrder,
  text: string,
): Promise<SetLetter> {
  const { profile, envelope, pictures } = await stationeryOf(view);
  const words = applicationText(text, `${letter.kind}.txt`, profile, {
    'member.name': record.memberName,
    'member.number': record.memberNo,
    'certification.name': CERTIFICATION_NAMES[record.code],
    'certification.code': record.code,
    route: BY_ROUTE[record.route],
    'received.date': displayDate(record.receivedOn),
  });
  const page = applicationLetterPage({
    office: profile,
    envelope,
    address: await fittedAddress(view, record.memberId, envelope),
    text: words,
    list: letter.list,
    marks: letter.marks,
    facts: [
      ['Date', displayDate(today)],
      ['Member number', record.memberNo],
      ['Application', `${record.code} ${record.application}`],
    ],
    quotes: letter.citations.map(
      (citation): QuotedSentence => ({ citation, sentence: policy.sentence(citation).text }),
    ),
  });
  const title = `${words.subject.join(' ')}, ${record.memberName}`;
  return { page, options: { ...pictures, words: wordsOf(title, profile.name, today) } };
}

/** The office's name, envelope and pictures as papers about an application carry them. */
export async function stationeryOf(view: View) {
  const profile = await officeProfile(view);
  const { envelope: id, signature } = await officeStationery(view);
  const envelope: EnvelopeProfile = parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  return { profile, envelope, pictures: { logo: profile.logo, signature } };
}

/** What a reader of the PDF shows about it. */
export function wordsOf(title: string, author: string, dated: CalendarDate) {
  return { title, author, subject: title, language: 'en-US', dated };
}
