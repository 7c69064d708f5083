import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { anchorOf, cycleDates } from '../../../shared/domain/certification-years.ts';
import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { QuotedSentence } from '../../../shared/domain/notice.ts';
import type { RecertificationPaperKind } from '../../../shared/domain/recertification.ts';
import { BY_ROUTE } from '../../../shared/domain/recertification-steps.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { keepFile } from '../../documents/store.ts';
import { type EnvelopeProfile, parseEnvelope } from '../../printing/envelope/profile.ts';
import { type PagesOptions, printPages } from '../../printing/print-pages.ts';
import { applicationLetterPage } from '../../printing/recertification/application-letter.ts';
import type { Award } from '../../printing/recertification/award.ts';
import { CERTIFICATE_SIZE, certificatePage } from '../../printing/recertification/certificate.ts';
import { letterText } from '../../printing/recertification/letter-text.ts';
import { walletCardPage } from '../../printing/recertification/wallet-card.ts';
import { boundByCcp } from '../../rules/bound-by-ccp.ts';
import type { Office } from '../office.ts';
import { officeProfile } from '../profile.ts';
import { fittedAddress } from '../reports/papers.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import type { groundOf } from './view.ts';

type Ground = Awaited<ReturnType<typeof groundOf>>;

/** A paper that is printed and kept, and not yet noted anywhere. */
export interface KeptPaper {
  readonly kind: RecertificationPaperKind;
  readonly sha256: string;
  readonly issuedOn: CalendarDate;
}

/**
 * The one letter that names everything missing. The very PDF is kept.
 * @throws StandingError `bad-letter`, `letter-too-long`, `office-address`, `unprintable`, and what the disk refuses
 */
export function printMissing(office: Office, ground: Ground): Promise<KeptPaper> {
  const missing = ground.checklist.filter(({ done, ask }) => !done && ask !== '');
  return printLetter(office, ground, {
    kind: 'recertification-missing',
    list: missing.map(({ ask }) => ask),
    marks: 'boxes',
    citations: [
      ...(missing.some(({ id }) => id === 'points' || id === 'eligibility') ? ['SC-LAPSE-0'] : []),
      ground.record.route === 'ccp' ? 'SC-RECERT-1' : 'SC-RECERT-3',
    ],
  });
}

/** The letter that denies it, with the reason. The very PDF is kept. @throws as `printMissing` */
export function printDenied(office: Office, ground: Ground, reason: string): Promise<KeptPaper> {
  return printLetter(office, ground, {
    kind: 'recertification-denied',
    list: [reason],
    marks: 'bar',
    citations: ['SC-LAPSE-0'],
  });
}

interface Letter {
  readonly kind: 'recertification-missing' | 'recertification-denied';
  readonly list: readonly string[];
  readonly marks: 'boxes' | 'bar';
  readonly citations: readonly string[];
}

async function printLetter(office: Office, ground: Ground, letter: Letter): Promise<KeptPaper> {
  const { record, policy, today } = ground;
  const { profile, envelope, pictures } = await stationeryOf(office);
  const text = letterText(office.resources, letter.kind, {
    'member.name': record.memberName,
    'member.number': record.memberNo,
    'certification.name': CERTIFICATION_NAMES[record.code],
    'certification.code': record.code,
    route: BY_ROUTE[record.route],
    'received.date': displayDate(record.receivedOn),
    'office.phone': profile.phone,
    'office.email': profile.email,
  });
  const page = applicationLetterPage({
    office: profile,
    envelope,
    address: await fittedAddress(office, record.memberId, envelope),
    text,
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
  const title = `${text.subject.join(' ')}, ${record.memberName}`;
  return keep(office, letter.kind, { ...pictures, words: wordsOf(title, profile.name, today) }, page);
}

/** The certificate and the card of a certification that is recertified on a day. The very PDFs are kept. @throws as `printMissing` */
export async function printAward(
  office: Office,
  ground: Ground,
  on: CalendarDate,
): Promise<readonly KeptPaper[]> {
  const { record, policy, today } = ground;
  const { profile, envelope, pictures } = await stationeryOf(office);
  const { code, certifiedOn } = record;
  const certification = { code, certifiedOn, recertifiedOn: on };
  const anchor = anchorOf(certification);
  const award: Award = {
    office: profile,
    memberName: record.memberName,
    memberNo: record.memberNo,
    code,
    certificationName: CERTIFICATION_NAMES[code],
    certificateNo: record.certificateNo,
    route: record.route,
    certifiedOn,
    recertifiedOn: on,
    cycleEnd: cycleDates(anchor, 0, policy.value('cycle-years', anchor).value).end,
    bound: boundByCcp(certification, policy),
  };
  const address = await fittedAddress(office, record.memberId, envelope);
  const words = (what: string) => wordsOf(`${what}, ${record.memberName}, ${code}`, profile.name, today);
  const certificate = { ...pictures, words: words('Certificate'), size: CERTIFICATE_SIZE };
  return [
    await keep(office, 'certificate', certificate, certificatePage(award)),
    await keep(
      office,
      'wallet-card',
      { ...pictures, words: words('Wallet card') },
      walletCardPage(award, envelope, address),
    ),
  ];
}

async function stationeryOf(office: Office) {
  const profile = await officeProfile(office);
  const { envelope: id, signature } = await officeStationery(office);
  const envelope: EnvelopeProfile = parseEnvelope(shippedEnvelope(office.resources, id), `${id}.json`);
  return { profile, envelope, pictures: { logo: profile.logo, signature } };
}

/** Printed beside the jobs, then kept; what is left beside them goes. */
async function keep(
  office: Office,
  kind: RecertificationPaperKind,
  options: Omit<PagesOptions, 'fontsDir' | 'outFile'>,
  page: Parameters<typeof printPages>[1][number],
): Promise<KeptPaper> {
  const outFile = join(office.folder, 'jobs', `${kind}.pdf`);
  try {
    await printPages({ ...options, fontsDir: join(office.resources, 'fonts'), outFile }, [page]);
    return { kind, sha256: await keepFile(office.folder, outFile), issuedOn: office.clock.today() };
  } finally {
    rmSync(outFile, { force: true });
  }
}

function wordsOf(title: string, author: string, dated: CalendarDate) {
  return { title, author, subject: title, language: 'en-US', dated };
}
