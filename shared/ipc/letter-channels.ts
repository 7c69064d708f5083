import { z } from 'zod';
import type { LetterDraft, LetterPreview, LetterSummary } from '../domain/letters.ts';
import type { PrinterOffset, Stationery, StationeryView, TapView } from '../domain/stationery.ts';
import { channel } from './define.ts';
import { profileSchema } from './profile-schema.ts';

const nothing = z.undefined();
const memberNo = z.string().min(1).max(32);
const letterId = z.string().min(1).max(40);
const letterText = z.string().max(40_000);

/** The channels of letters and what they are written on, a part of the contract. */
export const LETTER_CHANNELS = {
  'letters.list': channel<readonly LetterSummary[]>()('reader', nothing),
  'letters.draft': channel<LetterDraft>()(
    'reader',
    z.object({ letter: letterId, version: z.number().int().min(0).nullable() }),
  ),
  /** A member to show the letter on, by number; null where there is none. */
  'letters.someone': channel<string | null>()('reader', z.object({ letter: letterId })),
  'letters.preview': channel<LetterPreview>()(
    'reader',
    z.object({ letter: letterId, text: letterText.nullable(), memberNo }),
  ),
  'letters.save': channel<{ readonly version: number | null }>()(
    'office',
    z.object({ letter: letterId, text: letterText }),
  ),
  'stationery.view': channel<StationeryView>()('reader', nothing),
  'stationery.tap': channel<TapView>()(
    'reader',
    z.object({ envelope: z.string().max(60).nullable(), memberNo: memberNo.nullable() }),
  ),
  'stationery.calibrationPage': channel<{ readonly file: string }>()('reader', nothing),
  'stationery.printCalibration': channel<{ readonly sent: boolean }>()('main', nothing),
  'stationery.chooseEnvelope': channel<Stationery>()('office', z.object({ id: z.string().max(60) })),
  'stationery.saveSignature': channel<Stationery>()(
    'office',
    z.object({
      signature: z
        .object({
          image: profileSchema.shape.logo,
          name: z.string().max(80),
          title: z.string().max(80),
        })
        .nullable(),
    }),
  ),
  'stationery.savePrinterOffset': channel<PrinterOffset>()(
    'office',
    z.object({ dx: z.number().min(-9).max(9), dy: z.number().min(-9).max(9) }),
  ),
} as const;
