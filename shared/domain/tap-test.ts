import {
  type Area,
  addressArea,
  type EnvelopeProfile,
  foldedHeight,
  slide,
  type WindowName,
  windowArea,
} from './envelope.ts';

/** A character of a page: its ink, in inches from the sheet's top left. */
export interface MarkedCharacter {
  readonly text: string;
  readonly area: Area;
}

/** What stands on a sheet: a line of text, or a drawing. */
export type PageMark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly characters: readonly MarkedCharacter[];
      /** Type size and baseline in inches, to draw it by. */
      readonly size: number;
      readonly baseline: number;
    }
  | { readonly kind: 'drawing'; readonly text: ''; readonly area: Area };

/** Where the insert lies in the envelope: how far right and down of its top left, in inches. */
export interface InsertPlace {
  readonly name: 'top left' | 'top right' | 'bottom left' | 'bottom right' | 'middle';
  readonly dx: number;
  readonly dy: number;
}

/** What shows through one window with the insert in one place. */
export interface WindowView {
  readonly window: WindowName;
  /** The characters that show, wholly or in part, line by line. */
  readonly lines: readonly string[];
  /** Of what belongs there, the characters that are cut off or hidden. */
  readonly hidden: string;
  /** What shows and does not belong there: lines of text, or `a drawing`. */
  readonly foreign: readonly string[];
  /** Least distance in inches of what belongs there from the window's edge; negative where it is cut off, null where nothing belongs. */
  readonly clearance: number | null;
}

export interface TapPlace extends InsertPlace {
  readonly windows: readonly WindowView[];
}

/** A sheet in its envelope, tapped to every side. */
export interface TapTest {
  readonly places: readonly TapPlace[];
  /** Least distance in inches of the address from its window's edge, over all places. */
  readonly clearance: number;
  /** One sentence each; none = nothing but the addresses ever shows, and none of it is near an edge. */
  readonly warnings: readonly string[];
}

/** What belongs in each window: the very lines of the member's address and of the return address. */
export interface Belonging {
  readonly addressWindow: readonly string[];
  readonly returnWindow: readonly string[];
  /** A barcode is printed above the address, inside the address area. */
  readonly barcode: boolean;
}

/** Every extreme of the insert's play, and the middle. */
export function insertPlaces(profile: EnvelopeProfile): readonly InsertPlace[] {
  const { x, y } = slide(profile);
  return [
    { name: 'top left', dx: 0, dy: 0 },
    { name: 'top right', dx: x, dy: 0 },
    { name: 'bottom left', dx: 0, dy: y },
    { name: 'bottom right', dx: x, dy: y },
    { name: 'middle', dx: x / 2, dy: y / 2 },
  ];
}

/**
 * Taps a sheet in its envelope to every side: what shows through the windows, how near the addresses come to an edge, and what is
 * wrong with it. Only what lies on the front panel can show.
 */
export function tapTest(profile: EnvelopeProfile, marks: readonly PageMark[], belonging: Belonging): TapTest {
  const front = marks.filter((mark) => areaOf(mark).top < foldedHeight(profile));
  const names: readonly WindowName[] =
    profile.returnWindow === null ? ['addressWindow'] : ['addressWindow', 'returnWindow'];
  const places = insertPlaces(profile).map((place) => ({
    ...place,
    windows: names.map((name) => view(profile, name, front, belonging, place)),
  }));
  const own = places.flatMap(({ windows }) =>
    windows.flatMap(({ window, clearance }) =>
      window === 'addressWindow' && clearance !== null ? [clearance] : [],
    ),
  );
  const clearance = own.length === 0 ? 0 : Math.min(...own);
  return {
    places,
    clearance,
    warnings: [...new Set(places.flatMap((place) => [...warningsOf(profile, place)]))],
  };
}

function view(
  profile: EnvelopeProfile,
  name: WindowName,
  marks: readonly PageMark[],
  belonging: Belonging,
  { dx, dy }: InsertPlace,
): WindowView {
  const window = profile[name];
  if (window === null) throw new Error(`The envelope ${profile.id} has no ${name}.`);
  const opening = moved(windowArea(profile, window), -dx, -dy);
  const near = grown(opening, slide(profile));
  const lines: string[] = [];
  const foreign: string[] = [];
  let hidden = '';
  let clearance: number | null = null;
  for (const mark of marks) {
    if (mark.kind === 'drawing') {
      const barcode = belonging.barcode && inside(mark.area, addressArea(profile));
      if (!barcode && overlaps(mark.area, opening)) foreign.push('a drawing');
      continue;
    }
    const shown = mark.characters.filter(({ area }) => overlaps(area, opening));
    const text = shown.map((one) => one.text).join('');
    if (text.trim() !== '') lines.push(text);
    const belongs = belonging[name].includes(mark.text) && overlaps(areaOf(mark), near);
    if (!belongs) {
      if (text.trim() !== '') foreign.push(text);
      continue;
    }
    for (const { text: character, area } of mark.characters) {
      if (character.trim() === '') continue;
      const distance = Math.min(
        area.left - opening.left,
        opening.right - area.right,
        area.top - opening.top,
        opening.bottom - area.bottom,
      );
      clearance = Math.min(clearance ?? distance, distance);
      if (distance < 0) hidden += character;
    }
  }
  return { window: name, lines, hidden, foreign, clearance };
}

function* warningsOf(profile: EnvelopeProfile, { name, windows }: TapPlace): Generator<string> {
  const where = name === 'middle' ? 'in the middle' : `tapped to the ${name}`;
  for (const { window, hidden, foreign, clearance } of windows) {
    const what = window === 'addressWindow' ? 'address' : 'return address';
    if (clearance === null) yield `The ${what} does not lie behind its window.`;
    for (const text of foreign)
      yield `With the insert ${where}, the ${what} window shows “${text}”, which does not belong there.`;
    if (hidden !== '') yield `With the insert ${where}, “${hidden}” of the ${what} is cut off.`;
    else if (clearance !== null && clearance < profile.clearance - TOLERANCE)
      yield `With the insert ${where}, the ${what} comes as near as ${clearance.toFixed(3)} in to its window’s edge; ${profile.clearance} in are asked for.`;
  }
}

/** Positions on a page are rounded to a hundredth of a point. */
const TOLERANCE = 0.001;

/** The smallest rectangle round a mark. */
export function areaOf(mark: PageMark): Area {
  if (mark.kind === 'drawing') return mark.area;
  const areas = mark.characters.filter(({ text }) => text.trim() !== '').map(({ area }) => area);
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}

function moved({ left, top, right, bottom }: Area, dx: number, dy: number): Area {
  return { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy };
}

function grown({ left, top, right, bottom }: Area, by: { readonly x: number; readonly y: number }): Area {
  return { left: left - by.x, top: top - by.y, right: right + by.x, bottom: bottom + by.y };
}

function inside(a: Area, b: Area): boolean {
  return (
    a.left >= b.left - TOLERANCE &&
    a.right <= b.right + TOLERANCE &&
    a.top >= b.top - TOLERANCE &&
    a.bottom <= b.bottom + TOLERANCE
  );
}

function overlaps(a: Area, b: Area): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
