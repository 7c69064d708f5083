import { isRecord } from './remembered.ts';

/** A rectangle on the screens, in device-independent dots. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the window was left. */
export interface WindowPlace {
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
}

export const SMALLEST = { width: 1100, height: 700 } as const;
const FIRST = { width: 1366, height: 768 } as const;
/** So much of the window must lie on a screen for it to be found and moved. */
const GRIP = { width: 200, height: 60 } as const;

export function recallPlace(read: unknown): WindowPlace {
  const place = isRecord(read) ? read : {};
  return { bounds: boundsIn(place.bounds), maximized: place.maximized === true };
}

/** Where the window opens: where it was left if a screen still shows it, else in the middle, at its first size. */
export function openingBounds(
  left: Bounds | null,
  screens: readonly Bounds[],
): Partial<Bounds> & Pick<Bounds, 'width' | 'height'> {
  if (left === null || !screens.some((screen) => shows(screen, left))) return FIRST;
  return {
    ...left,
    width: Math.max(left.width, SMALLEST.width),
    height: Math.max(left.height, SMALLEST.height),
  };
}

/** Whether enough of the window's title bar lies on the screen. */
function shows(screen: Bounds, window: Bounds): boolean {
  const across = Math.min(screen.x + screen.width, window.x + window.width) - Math.max(screen.x, window.x);
  const below = screen.y + screen.height - window.y;
  return across >= GRIP.width && below >= GRIP.height && window.y >= screen.y - GRIP.height / 2;
}

function boundsIn(read: unknown): Bounds | null {
  if (!isRecord(read)) return null;
  const { x, y, width, height } = read;
  const numbers = [x, y, width, height].every((part) => Number.isSafeInteger(part));
  // All four were just seen to be whole numbers.
  return numbers ? ({ x, y, width, height } as Bounds) : null;
}
