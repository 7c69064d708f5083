import { join } from 'node:path';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { TapView } from '../../../shared/domain/stationery.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { loadAnyEnvelope, parseEnvelope } from '../../printing/envelope/profile.ts';
import { tappedPage } from '../../printing/envelope/tapped-page.ts';
import { longestAddressed } from '../../repositories/moves.ts';
import type { OfficeView } from '../office.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import { previewParts } from './preview.ts';
import { previewSheet } from './preview-sheet.ts';

/** How many members with long addresses are tried for one whom the letter is for. */
const TRIED = 60;

/**
 * A member to show a letter on: one with a long address whom the letter is for; null where there is none.
 * @throws StandingError `letter-unknown`
 */
export async function someoneFor(
  view: OfficeView,
  letter: string,
  today: CalendarDate,
): Promise<string | null> {
  for (const memberNo of await longestAddressed(view.reader, TRIED)) {
    try {
      await previewSheet(view, letter, memberNo, today);
      return memberNo;
    } catch (error) {
      if (!(error instanceof StandingError && error.code === 'letter-not-for-member')) throw error;
    }
  }
  return null;
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
  const member = memberNo ?? (await someoneFor(view, 'renewal', today));
  if (member === null) {
    throw new StandingError(
      'no-member-to-show',
      'Nobody in this office would get a renewal notice, so there is no letter to tap.',
      'Import members first.',
    );
  }
  const request = { letter: 'renewal', text: null, memberNo: member, today };
  const { preview, sheet, options } = await previewParts(view, request, profile);
  if (sheet.addressLines.length === 0) {
    throw new StandingError(
      'no-address-to-show',
      `${preview.recipient.name} has no address that fits this envelope.`,
      'Choose another member.',
    );
  }
  const { marks, test } = await tappedPage(sheet, options);
  const { name } = preview.recipient;
  return { profile, memberNo: member, memberName: name, marks, test, slipFits: slipFits(view.resources) };
}

function slipFits(resources: string): TapView['slipFits'] {
  const found = loadAnyEnvelope(join(resources, 'envelopes', '9-return.json'));
  if (!('use' in found)) return null;
  const { name, envelope, slip } = found;
  return { name, playX: envelope.width - slip.width, playY: envelope.height - slip.height };
}
