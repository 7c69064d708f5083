import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  PAPER_WORDS,
  type PaperGiven,
  type PaperPreview,
  type PaperRequest,
} from '../../../shared/domain/papers.ts';
import type { PrintedPaper } from '../../../shared/domain/reports.ts';
import { keepFile } from '../../documents/store.ts';
import { type FittedAddress, fitAddress } from '../../printing/address/fit-address.ts';
import { type EnvelopeProfile, parseEnvelope } from '../../printing/envelope/profile.ts';
import { accountPages } from '../../printing/papers/account-paper.ts';
import { printPages } from '../../printing/print-pages.ts';
import { loadLetterFonts } from '../../printing/type/face.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { addPaper, papersOf } from '../../repositories/papers.ts';
import { type Recipient, recipients } from '../../repositories/renewal-candidates.ts';
import { whyNot } from '../email/why-not.ts';
import type { Office, OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officeProfile } from '../profile.ts';
import { memberUnknown } from '../standing.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import { type PaperDraft, paperDraft } from './paper-drafts.ts';

/**
 * Prints a statement, a receipt or a deposit slip. The very PDF is kept.
 * @throws StandingError `office-file`, as `paperDraft`, and what the disk refuses
 */
export async function printPaper(
  office: Office,
  request: PaperRequest,
  outFile: string,
): Promise<PrintedPaper> {
  refuseOwnFile(outFile);
  const draft = await paperDraft(office, request);
  const printed = await setPaper(office, draft, outFile);
  await keepFile(office.folder, outFile);
  await office.act(async (write) => {
    const { kind, memberId, subjectId } = draft;
    const issuedOn = office.clock.today();
    await addPaper(write, { kind, memberId, subjectId, sha256: printed.sha256, issuedOn });
    write.journal({
      action: `${kind}.printed`,
      subject: memberId === null ? 'deposit' : 'office',
      subjectId,
      detail: { sha256: printed.sha256 },
    });
  });
  return { file: outFile, ...printed };
}

/** The same to be looked at: nothing is kept. @throws StandingError as `paperDraft` */
export async function previewPaper(view: OfficeView, request: PaperRequest): Promise<PaperPreview> {
  const draft = await paperDraft(view, request);
  const recipient = draft.memberId === null ? null : await recipientOf(view, draft.memberId);
  const { bytes, pages } = await paperBytes(view, draft);
  return {
    title: draft.body.title,
    fileName: fileNameOf(draft),
    pdf: bytes.toString('base64'),
    pages,
    email: recipient === null ? null : { address: recipient.email, whyNot: whyNotTo(recipient) },
  };
}

/** The PDF of a paper at hand. */
export async function paperBytes(
  view: OfficeView,
  draft: PaperDraft,
): Promise<{ readonly bytes: Buffer; readonly pages: number; readonly sha256: string }> {
  const folder = join(view.folder, 'jobs');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `paper-${randomUUID()}.pdf`);
  try {
    const { pages, sha256 } = await setPaper(view, draft, file);
    return { bytes: await readFile(file), pages, sha256 };
  } finally {
    await rm(file, { force: true });
  }
}

/** What a member was given of papers, newest first. @throws StandingError `member-unknown` */
export async function memberPapers(
  view: Pick<OfficeView, 'reader'>,
  memberNo: string,
): Promise<readonly PaperGiven[]> {
  const id = await memberIdOf(view.reader, memberNo);
  if (id === null) throw memberUnknown(memberNo);
  return papersOf(view.reader, id);
}

/** e.g. `Receipt 17.pdf`. */
export function fileNameOf({ kind, subjectId }: PaperDraft): string {
  return `${PAPER_WORDS[kind]} ${subjectId}.pdf`;
}

/** Why nothing can be e-mailed to a member, as part of a sentence, or null. */
export function whyNotTo(recipient: Recipient): string | null {
  const { email, emailOk, emailBadReason, deceasedOn } = recipient;
  return whyNot({ email, emailOk, emailBadReason, deceased: deceasedOn !== null, withdrawn: false });
}

/** @throws Error for a member who is not there */
export async function recipientOf(view: Pick<OfficeView, 'reader'>, memberId: number): Promise<Recipient> {
  const recipient = (await recipients(view.reader, { ids: [memberId] })).get(memberId);
  if (recipient === undefined) throw new Error(`There is no member ${memberId}.`);
  return recipient;
}

async function setPaper(view: OfficeView, { memberId, subjectId, body }: PaperDraft, outFile: string) {
  const profile = await officeProfile(view);
  const { envelope: id } = await officeStationery(view);
  const envelope = parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  const address = memberId === null ? null : await fittedAddress(view, memberId, envelope);
  const words = {
    title: `${body.title}, ${subjectId}`,
    author: profile.name,
    subject: body.title,
    language: 'en-US',
    dated: view.clock.today(),
  };
  const pages = accountPages({ ...body, office: profile, envelope, address });
  return printPages({ words, fontsDir: join(view.resources, 'fonts'), outFile }, pages);
}

/** The address as the window shows it; null where there is none that fits. */
export async function fittedAddress(
  view: Pick<OfficeView, 'reader' | 'resources'>,
  memberId: number,
  envelope: EnvelopeProfile,
): Promise<FittedAddress | null> {
  const { name, address } = await recipientOf(view, memberId);
  if (address === null) return null;
  const { plain } = loadLetterFonts(join(view.resources, 'fonts'));
  const fitted = fitAddress(name, address, envelope, (text, size) => plain.width(text, size));
  return 'held' in fitted ? null : fitted;
}
