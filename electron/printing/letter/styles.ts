import type { Style } from '../pdf/content.ts';

/** Margins of a letter, in points from the sheet's left edge. */
export const LEFT = 54;
export const RIGHT = 558;
/** The column beside the windows: date, numbers, amount. It starts right of all that can show in a window. */
export const ASIDE = 351;
/** The perforation, which is the second fold. */
export const SLIP_TOP = 540;

export const STYLES = {
  wordmark: { face: 'textBold', size: 15, ink: 'accent' },
  contact: { face: 'plain', size: 8.5, ink: 'soft' },
  label: { face: 'plain', size: 9, ink: 'soft' },
  value: { face: 'plain', size: 10, ink: 'ink' },
  valueBold: { face: 'plainBold', size: 10, ink: 'ink' },
  amount: { face: 'plainBold', size: 27, ink: 'ink' },
  due: { face: 'plainBold', size: 11, ink: 'accent' },
  subject: { face: 'textBold', size: 13.5, ink: 'accent' },
  small: { face: 'plain', size: 7.5, ink: 'soft' },
  tiny: { face: 'plain', size: 6.5, ink: 'soft' },
  slipTitle: { face: 'textBold', size: 13.5, ink: 'accent' },
  slipAmount: { face: 'plainBold', size: 15, ink: 'ink' },
} as const satisfies Readonly<Record<string, Style>>;

/** How closely the body is set; the first that leaves the slip free is taken. */
export interface Density {
  readonly id: string;
  readonly text: Style;
  readonly leading: number;
  readonly gap: number;
  readonly policy: Style;
  readonly policyLeading: number;
  readonly row: Style;
  readonly amount: Style;
  readonly detail: Style;
  readonly rowLeading: number;
  readonly rowPadding: number;
  /** Whether what is due for earlier years shares a line with the due date. */
  readonly arrearsInline: boolean;
}

function density(id: string, size: number, tight: number, arrearsInline = false): Density {
  return {
    id,
    text: { face: 'text', size, ink: 'ink' },
    leading: size * (1.36 - tight),
    gap: size * (0.62 - 1.6 * tight),
    policy: { face: 'textItalic', size: Math.min(8.5, size), ink: 'soft' },
    policyLeading: Math.min(8.5, size) * (1.25 - tight / 2),
    row: { face: 'plainBold', size: Math.max(7, size - 1), ink: 'ink' },
    amount: { face: 'plainBold', size, ink: 'ink' },
    detail: { face: 'plain', size: Math.max(Math.min(7.5, size - 0.5), size - 2), ink: 'soft' },
    rowLeading: size * (1.08 - tight / 3),
    rowPadding: size * (0.34 - 1.6 * tight),
    arrearsInline,
  };
}

export const DENSITIES: readonly Density[] = [
  density('a', 11, 0),
  density('b', 10.5, 0.04),
  density('c', 10, 0.08),
  density('d', 9.5, 0.09),
  density('e', 9, 0.12, true),
  density('f', 8, 0.15, true),
  // All ten certifications at once, each with arrears.
  density('g', 7, 0.17, true),
];
