/** Sheets of a run, both inside. */
export interface SheetSpan {
  readonly from: number;
  readonly to: number;
}

/** Sheets as people write them, `12, 15-17`: in order, each once; or what is wrong in a sentence. */
export function readSheetList(
  text: string,
  sheets: number,
): { readonly sheets: readonly number[] } | { readonly wrong: string } {
  const found = new Set<number>();
  const parts = text
    .split(/[,;\s]+(?![-–])/)
    .map((part) => part.replace(/\s/g, ''))
    .filter((part) => part !== '');
  if (parts.length === 0) return { wrong: 'Name the sheets, such as 12, 15-17.' };
  for (const part of parts) {
    const match = /^(\d{1,7})(?:[-–](\d{1,7}))?$/.exec(part);
    if (match === null) return { wrong: `“${part}” is no sheet; write sheets such as 12, 15-17.` };
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from < 1 || to > sheets || from > to)
      return {
        wrong: `The run has sheets 1 to ${sheets}; ${from === to ? `sheet ${from}` : `sheets ${from} to ${to}`} ${from === to ? 'is' : 'are'} none of them.`,
      };
    for (let sheet = from; sheet <= to; sheet++) found.add(sheet);
  }
  return { sheets: [...found].sort((a, b) => a - b) };
}

/** Sheets in order as spans without gaps. */
export function sheetSpans(sheets: readonly number[]): readonly SheetSpan[] {
  const spans: { from: number; to: number }[] = [];
  for (const sheet of sheets) {
    const last = spans.at(-1);
    if (last !== undefined && last.to === sheet - 1) last.to = sheet;
    else spans.push({ from: sheet, to: sheet });
  }
  return spans;
}

/** `12,15-17`: how a list of sheets is kept and told. */
export function sheetListText(sheets: readonly number[]): string {
  return sheetSpans(sheets)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`))
    .join(',');
}
