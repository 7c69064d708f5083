/** Which sheets a PDF's pages are. */
export interface SheetPlaces {
  /** The sheet that the first page is. */
  readonly firstSheet: number;
  /** Its sheets, where they are not all in a row. */
  readonly list?: readonly number[] | null;
  /** Each sheet is followed by a blank back. */
  readonly backs?: boolean;
  /** How many pages each sheet of the run is, by its number from 1, backs not counted; without it, each is one. */
  readonly pages?: readonly number[] | null;
}

/** The sheet that a page is, or whose back it is; pages from 0. */
export function sheetOf(places: SheetPlaces, page: number): number {
  const { firstSheet, list, backs } = places;
  const at = placeOf(places, Math.floor(page / (backs === true ? 2 : 1)));
  return list?.[Math.min(at, list.length - 1)] ?? firstSheet + at;
}

/** The page of a sheet; of the nearest one before it where the PDF has it not. */
export function pageOf(places: SheetPlaces, sheet: number): number {
  const { firstSheet, list, backs } = places;
  const at =
    list === undefined || list === null
      ? sheet - firstSheet
      : Math.max(
          0,
          list.findLastIndex((one) => one <= sheet),
        );
  return pagesBefore(places, at) * (backs === true ? 2 : 1);
}

/** How many of a PDF's fronts come before its sheet at a place, from 0. */
function pagesBefore({ firstSheet, list, pages }: SheetPlaces, at: number): number {
  if (pages === undefined || pages === null) return at;
  let before = 0;
  for (let index = 0; index < at; index++) before += pages[(list?.[index] ?? firstSheet + index) - 1] ?? 1;
  return before;
}

/** The place of the sheet that a front belongs to. */
function placeOf(places: SheetPlaces, front: number): number {
  if (places.pages === undefined || places.pages === null) return front;
  let at = 0;
  while (pagesBefore(places, at + 1) <= front) at++;
  return at;
}

/** Whether a page is a blank back. */
export function isBack({ backs }: SheetPlaces, page: number): boolean {
  return backs === true && page % 2 === 1;
}
