import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DESK_LETTERS } from '../../../shared/domain/desk-letters.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { LetterPreview } from '../../../shared/domain/letters.ts';
import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { fitAddress } from '../../printing/address/fit-address.ts';
import { type EnvelopeProfile, parseEnvelope } from '../../printing/envelope/profile.ts';
import { parseLetter } from '../../printing/letter/template.ts';
import { type PrintOptions, printNotices } from '../../printing/print-notices.ts';
import { loadLetterFonts } from '../../printing/type/face.ts';
import type { OfficeView } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officeProfile } from '../profile.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import { printApplicationPreview } from './preview-application.ts';
import { type PreviewSheet, previewSheet } from './preview-sheet.ts';
import { known, textOf } from './versions.ts';

export interface PreviewRequest {
  readonly letter: string;
  /** A text that is not saved yet; null = the newest. */
  readonly text: string | null;
  readonly memberNo: string;
  readonly today: CalendarDate;
}

/**
 * A letter on a real member as it would be printed, with the office's own envelope and signature.
 * @throws StandingError as `previewSheet`, `bad-letter`, `letter-too-long`, and as `printNotices`
 */
export async function previewLetter(view: OfficeView, request: PreviewRequest): Promise<LetterPreview> {
  const folder = join(view.folder, 'jobs');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `preview-${randomUUID()}.pdf`);
  try {
    const shown = await printPreview(view, request, file);
    return { ...shown, pdf: (await readFile(file)).toString('base64') };
  } finally {
    await rm(file, { force: true });
  }
}

/** The same into a file. @throws StandingError `office-file` and as above */
export async function printPreview(
  view: OfficeView,
  request: PreviewRequest,
  outFile: string,
): Promise<Omit<LetterPreview, 'pdf'>> {
  refuseOwnFile(outFile);
  const application = DESK_LETTERS.find(({ id, kind }) => kind === 'application' && id === request.letter);
  if (application?.kind === 'application') {
    const { text } =
      request.text === null ? await textOf(view, application.id, null) : { text: request.text };
    const about = await printApplicationPreview(view, { ...request, letter: application.id, text }, outFile);
    return { memberNo: about.memberNo, memberName: about.memberName, asOf: request.today };
  }
  const { preview, sheet, options } = await previewParts(view, request);
  await printNotices([sheet], { ...options, outFile });
  const { recipient, asOf } = preview;
  return { memberNo: recipient.memberNo, memberName: recipient.name, asOf };
}

/** What a preview is printed from. @param profile another envelope than the office's own */
export async function previewParts(
  view: OfficeView,
  { letter, text, memberNo, today }: PreviewRequest,
  profile: EnvelopeProfile | null = null,
): Promise<{
  readonly preview: PreviewSheet;
  readonly sheet: NoticeSheet;
  readonly options: Omit<PrintOptions, 'outFile'>;
}> {
  const { kind, title } = known(letter);
  const template = parseLetter(text ?? (await textOf(view, letter, null)).text, `“${title}”`, kind);
  const preview = await previewSheet(view, letter, memberNo, today);
  const { envelope: id, signature } = await officeStationery(view);
  const envelope = profile ?? parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  const fontsDir = join(view.resources, 'fonts');
  const { plain } = loadLetterFonts(fontsDir);
  const { name, address } = preview.recipient;
  const fitted =
    address === null ? null : fitAddress(name, address, envelope, (words, size) => plain.width(words, size));
  const block =
    fitted === null || 'held' in fitted
      ? { addressLines: [], addressSize: envelope.address.maxSize }
      : { addressLines: fitted.lines, addressSize: fitted.size };
  const office = await officeProfile(view);
  return {
    preview,
    sheet: { ...preview.sheet, ...block },
    options: { office, letter: template, envelope, fontsDir, signature },
  };
}
