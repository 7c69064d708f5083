import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { anchorOf, cycleDates } from '../../../shared/domain/certification-years.ts';
import { CERTIFICATION_NAMES } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { RecertificationPaperKind } from '../../../shared/domain/recertification.ts';
import { keepFile } from '../../documents/store.ts';
import { type PagesOptions, printPages } from '../../printing/print-pages.ts';
import type { Award } from '../../printing/recertification/award.ts';
import { CERTIFICATE_SIZE, certificatePage } from '../../printing/recertification/certificate.ts';
import { walletCardPage } from '../../printing/recertification/wallet-card.ts';
import { boundByCcp } from '../../rules/bound-by-ccp.ts';
import { letterText } from '../letters/current.ts';
import type { Office } from '../office.ts';
import { fittedAddress } from '../reports/papers.ts';
import {
  deniedLetter,
  type Ground,
  type LetterOrder,
  missingLetter,
  setLetter,
  stationeryOf,
  wordsOf,
} from './letter.ts';

/** A paper that is printed and kept, and not yet noted anywhere. */
export interface KeptPaper {
  readonly kind: RecertificationPaperKind;
  readonly sha256: string;
  readonly issuedOn: CalendarDate;
  /** The office's own version of the letter; null = the text that ships, or a paper that is no letter. */
  readonly letterVersion: number | null;
}

/**
 * The one letter that names everything missing. The very PDF is kept.
 * @throws StandingError `bad-letter`, `letter-too-long`, `office-address`, `unprintable`, and what the disk refuses
 */
export function printMissing(office: Office, ground: Ground): Promise<KeptPaper> {
  return printLetter(office, ground, missingLetter(ground));
}

/** The letter that denies it, with the reason. The very PDF is kept. @throws as `printMissing` */
export function printDenied(office: Office, ground: Ground, reason: string): Promise<KeptPaper> {
  return printLetter(office, ground, deniedLetter(reason));
}

async function printLetter(office: Office, ground: Ground, letter: LetterOrder): Promise<KeptPaper> {
  const { text, version } = await letterText(office, letter.kind);
  const { page, options } = await setLetter(office, ground, letter, text);
  return { ...(await keep(office, letter.kind, options, page)), letterVersion: version };
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
    const sha256 = await keepFile(office.folder, outFile);
    return { kind, sha256, issuedOn: office.clock.today(), letterVersion: null };
  } finally {
    rmSync(outFile, { force: true });
  }
}
