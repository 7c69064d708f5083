/** Which sheets a PDF's pages are. */
export interface SheetPlaces {
  /** The sheet that the first page is. */
  readonly firstSheet: number;
  /** Its sheets, where they are not all in a row. */
  readonly list?: readonly number[] | null;
  /** Each sheet is followed by a blank back. */
  readonly backs?: boolean;
}

/** The sheet that a page is, or whose back it is; pages from 0. */
export function sheetOf({ firstSheet, list, backs }: SheetPlaces, page: number): number {
  const at = Math.floor(page / (backs === true ? 2 : 1));
  return list?.[Math.min(at, list.length - 1)] ?? firstSheet + at;
}

/** The page of a sheet; of the nearest one before it where the PDF has it not. */
export function pageOf({ firstSheet, list, backs }: SheetPlaces, sheet: number): number {
  const at =
    list === undefined || list === null
      ? sheet - firstSheet
      : Math.max(
          0,
          list.findLastIndex((one) => one <= sheet),
        );
  return at * (backs === true ? 2 : 1);
}

/** Whether a page is a blank back. */
export function isBack({ backs }: SheetPlaces, page: number): boolean {
  return backs === true && page % 2 === 1;
}
