import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StandingError } from '../../../shared/ipc/errors.ts';

const inches = z.number().positive();
const window = z.strictObject({ left: inches, bottom: inches, width: inches, height: inches });

const profileSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Of the envelope, in inches. */
  envelope: z.strictObject({ width: inches, height: inches }),
  /** Of the sheet, in inches. */
  sheet: z.strictObject({ width: inches, height: inches }),
  /** Where the sheet is folded, in inches from its top. */
  folds: z.array(inches).min(1),
  /** Windows, in inches from the envelope's left and bottom edges. */
  addressWindow: window,
  returnWindow: window,
  /** How far inside a window every character stays, in inches. */
  clearance: inches,
  /** Type sizes in points. */
  address: z.strictObject({ minSize: inches, maxSize: inches, maxLines: z.int().positive() }),
});

/** An envelope and how the sheet goes into it: data of `resources/envelopes/`, everything in inches. */
export type EnvelopeProfile = z.infer<typeof profileSchema>;

/** A rectangle on the sheet, in inches from its top left. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Reads an envelope profile.
 * @throws StandingError `bad-envelope` naming the file and the offending value.
 */
export function loadEnvelope(file: string): EnvelopeProfile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StandingError(
      'bad-envelope',
      `The envelope profile ${file} cannot be read.`,
      'Install the app again.',
      {
        cause,
      },
    );
  }
  return parseEnvelope(text, file);
}

/** The same for a text at hand; `file` is for messages. */
export function parseEnvelope(text: string, file: string): EnvelopeProfile {
  const parsed = profileSchema.safeParse(json(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StandingError(
      'bad-envelope',
      `The envelope profile ${file} is not valid at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}.`,
      'Correct the file or install the app again.',
    );
  }
  return parsed.data;
}

/**
 * Where on the sheet the member's address shows and stays `clearance` inside the window however the folded sheet
 * slides in the envelope (the tap test).
 */
export function addressArea(profile: EnvelopeProfile): Area {
  return safeArea(profile, profile.addressWindow);
}

/** The same for the office's return address. */
export function returnArea(profile: EnvelopeProfile): Area {
  return safeArea(profile, profile.returnWindow);
}

/** Everything on the sheet that can come to lie behind a window: nothing else may be printed there. */
export function visibleArea(profile: EnvelopeProfile, window: 'addressWindow' | 'returnWindow'): Area {
  const { left, bottom, width, height } = profile[window];
  const top = profile.envelope.height - bottom - height;
  const play = slide(profile);
  return { left: left - play.x, top: top - play.y, right: left + width, bottom: top + height };
}

type Window = EnvelopeProfile['addressWindow'];

function safeArea(profile: EnvelopeProfile, window: Window): Area {
  const top = profile.envelope.height - window.bottom - window.height;
  const play = slide(profile);
  return {
    left: window.left + profile.clearance,
    top: top + profile.clearance,
    right: window.left + window.width - profile.clearance - play.x,
    bottom: top + window.height - profile.clearance - play.y,
  };
}

/** How far the folded sheet can move to the right and down; it lies at the top left when it does not. */
function slide(profile: EnvelopeProfile): { readonly x: number; readonly y: number } {
  const folded = profile.folds[0] ?? profile.sheet.height;
  return { x: profile.envelope.width - profile.sheet.width, y: profile.envelope.height - folded };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
