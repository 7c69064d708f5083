/** A window of an envelope, in inches from the envelope's left and bottom edges. */
export interface EnvelopeWindow {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle in inches, from the top left of a sheet or an envelope. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An envelope that notices go out in, and how the sheet goes into it; everything in inches. */
export interface EnvelopeProfile {
  readonly id: string;
  readonly name: string;
  readonly envelope: { readonly width: number; readonly height: number };
  readonly sheet: { readonly width: number; readonly height: number };
  /** Where the sheet is folded, from its top. */
  readonly folds: readonly number[];
  readonly addressWindow: EnvelopeWindow;
  /** null where the envelope has none: the return address then stands in `returnBlock`. */
  readonly returnWindow: EnvelopeWindow | null;
  /** Where on the sheet the return address stands when no window shows it. */
  readonly returnBlock?: Area | undefined;
  /** How far inside a window every character stays. */
  readonly clearance: number;
  /** Type sizes in points. */
  readonly address: { readonly minSize: number; readonly maxSize: number; readonly maxLines: number };
}

/** An envelope that members send the slip back in; it has no window, and the office's address is printed on it. */
export interface ReturnEnvelope {
  readonly id: string;
  readonly name: string;
  readonly use: 'return';
  readonly envelope: { readonly width: number; readonly height: number };
  /** The slip that goes into it. */
  readonly slip: { readonly width: number; readonly height: number };
}

export type WindowName = 'addressWindow' | 'returnWindow';

/**
 * Where on the sheet the member's address shows and stays `clearance` inside the window however the folded sheet
 * slides in the envelope (the tap test).
 */
export function addressArea(profile: EnvelopeProfile): Area {
  return safeArea(profile, profile.addressWindow);
}

/** The same for the office's return address. */
export function returnArea(profile: EnvelopeProfile): Area {
  if (profile.returnWindow !== null) return safeArea(profile, profile.returnWindow);
  if (profile.returnBlock === undefined)
    throw new Error('An envelope has a return window or a return block.');
  return profile.returnBlock;
}

/** Everything on the sheet that can come to lie behind a window: nothing else may be printed there. */
export function visibleArea(profile: EnvelopeProfile, name: WindowName): Area | null {
  const window = profile[name];
  if (window === null) return null;
  const { left, top, right, bottom } = windowArea(profile, window);
  const { x, y } = slide(profile);
  return { left: left - x, top: top - y, right, bottom };
}

/** A window from the envelope's top left. */
export function windowArea(
  { envelope }: Pick<EnvelopeProfile, 'envelope'>,
  { left, bottom, width, height }: EnvelopeWindow,
): Area {
  const top = envelope.height - bottom - height;
  return { left, top, right: left + width, bottom: top + height };
}

/** How far the folded sheet can move to the right and down; it lies at the top left when it does not. */
export function slide(profile: EnvelopeProfile): { readonly x: number; readonly y: number } {
  return {
    x: profile.envelope.width - profile.sheet.width,
    y: profile.envelope.height - foldedHeight(profile),
  };
}

/** Of the folded sheet: its highest panel. */
export function foldedHeight({ folds, sheet }: Pick<EnvelopeProfile, 'folds' | 'sheet'>): number {
  return folds[0] ?? sheet.height;
}

function safeArea(profile: EnvelopeProfile, window: EnvelopeWindow): Area {
  const { left, top, right, bottom } = windowArea(profile, window);
  const { clearance } = profile;
  const { x, y } = slide(profile);
  return {
    left: left + clearance,
    top: top + clearance,
    right: right - clearance - x,
    bottom: bottom - clearance - y,
  };
}
