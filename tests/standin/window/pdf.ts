import type { Protocol } from '../chromium/protocol-types.ts';

/** Electron's options of `printToPDF`: sizes and margins in inches. */
export interface PrintToPdfOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageSize?: string | { readonly width: number; readonly height: number };
  readonly margins?: {
    readonly top?: number;
    readonly bottom?: number;
    readonly left?: number;
    readonly right?: number;
  };
  readonly pageRanges?: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly preferCSSPageSize?: boolean;
}

/** Width and height in inches of the sheets Electron names. */
const SHEETS: Readonly<Record<string, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
};

/** The same wishes as Chromium takes them. */
export function chromiumPdfOptions(options: PrintToPdfOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins = {}, ...same } = options;
  const [paperWidth, paperHeight] =
    typeof pageSize === 'string' ? (SHEETS[pageSize] ?? [8.5, 11]) : [pageSize.width, pageSize.height];
  return {
    ...same,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
  };
}
