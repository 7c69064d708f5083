import { join } from 'node:path';
import { isAuditLetter } from '../../../shared/domain/audit-letters.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { TapView } from '../../../shared/domain/stationery.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { type EnvelopeProfile, loadAnyEnvelope, parseEnvelope } from '../../printing/envelope/profile.ts';
import { tappedPage } from '../../printing/envelope/tapped-page.ts';
import { longestAddressed, someAddressed } from '../../repositories/moves.ts';
import type { OfficeView } from '../office.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import { previewParts } from './preview.ts';
import { someApplicant } from './preview-application.ts';
import { someAudited } from './preview-case.ts';
import { known } from './versions.ts';

/** How many members are tried for one whom the letter is for. */
const TRIED = 60;

/**
 * A member to show a letter on: one who would get it today at an address that fits, else one who would later on; null where there is
 * none.
 * @throws StandingError `letter-unknown`
 */
export async function someoneFor(
  view: OfficeView,
  letter: string,
  today: CalendarDate,
): Promise<string | null> {
  if (known(letter).kind === 'application') return someApplicant(view);
  if (isAuditLetter(letter)) return someAudited(view, today);
  let later: string | null = null;
  for (const memberNo of await someAddressed(view.reader, TRIED)) {
    const request = { letter, text: null, memberNo, today };
    const found = await previewParts(view, request).catch(orNotForMember);
    if (found === null || found.sheet.addressLines.length === 0) continue;
    if (found.preview.asOf === today) return memberNo;
    later ??= memberNo;
  }
  return later;
}

/**
 * The renewal notice of a member, tapped in an envelope: every character where it would be printed.
 * @param envelope a profile's id; null = the office's own
 * @param memberNo null = somebody with a long address
 * @throws StandingError `envelope-unknown`, `no-member-to-show`, and as `previewParts`
 */
export async function tapView(
  view: OfficeView,
  { envelope, memberNo }: { readonly envelope: string | null; readonly memberNo: string | null },
  today: CalendarDate,
): Promise<TapView> {
  const id = envelope ?? (await officeStationery(view)).envelope;
  const profile = parseEnvelope(shippedEnvelope(view.resources, id), `${id}.json`);
  const { sheet, options, preview } =
    memberNo === null
      ? await somePartsFor(view, profile, today)
      : await partsFor(view, memberNo, profile, today);
  if (sheet.addressLines.length === 0) {
    throw new StandingError(
      'no-address-to-show',
      `${preview.recipient.name} has no address that fits this envelope.`,
      'Choose another member.',
    );
  }
  const { marks, test } = await tappedPage(sheet, options);
  const { name, memberNo: shown } = preview.recipient;
  return { profile, memberNo: shown, memberName: name, marks, test, slipFits: slipFits(view.resources) };
}

type Parts = Awaited<ReturnType<typeof previewParts>>;

function partsFor(
  view: OfficeView,
  memberNo: string,
  profile: EnvelopeProfile,
  today: CalendarDate,
): Promise<Parts> {
  return previewParts(view, { letter: 'renewal', text: null, memberNo, today }, profile);
}

/** Those of a member with a long address that fits. */
async function somePartsFor(view: OfficeView, profile: EnvelopeProfile, today: CalendarDate): Promise<Parts> {
  for (const memberNo of await longestAddressed(view.reader, TRIED)) {
    const parts = await partsFor(view, memberNo, profile, today).catch(orNotForMember);
    if (parts !== null && parts.sheet.addressLines.length > 0) return parts;
  }
  throw new StandingError(
    'no-member-to-show',
    'Nobody in this office would get a renewal notice at an address that fits, so there is no letter to tap.',
    'Import members first.',
  );
}

function orNotForMember(error: unknown): null {
  if (error instanceof StandingError && error.code === 'letter-not-for-member') return null;
  throw error;
}

function slipFits(resources: string): TapView['slipFits'] {
  const found = loadAnyEnvelope(join(resources, 'envelopes', '9-return.json'));
  if (!('use' in found)) return null;
  const { name, envelope, slip } = found;
  return { name, playX: envelope.width - slip.width, playY: envelope.height - slip.height };
}
