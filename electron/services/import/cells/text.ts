import { BadCell, type CellType } from './cell.ts';

/** Text as it is, up to a length. */
export function text(longest: number): CellType<string> {
  return {
    blank: '',
    read: (value) =>
      value.length <= longest
        ? value
        : new BadCell(`is ${value.length} characters long; at most ${longest} are kept`),
  };
}

/** A number that names something (member, certificate, cheque): a spreadsheet must not have rounded it. */
export function identifier(longest: number): CellType<string> {
  const plain = text(longest);
  return {
    blank: '',
    read: (value) => (isRounded(value) ? new BadCell(ROUNDED) : plain.read(value)),
  };
}

/** An identifier, or null where the cell is empty. */
export function identifierOrNull(longest: number): CellType<string | null> {
  return { ...identifier(longest), blank: null };
}

/** `3.12555E+09`: what a spreadsheet makes of a long number; its last digits are lost. */
export function isRounded(value: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d+$/i.test(value) && /E\+/i.test(value);
}

export const ROUNDED =
  'was shortened by a spreadsheet, so digits are lost; set the column to text there and export again';

/** An e-mail address: something before and after one @, no spaces. */
export const email: CellType<string> = {
  blank: '',
  read: (value) =>
    /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(value) && value.length <= 254
      ? value
      : new BadCell('is not an e-mail address; write name@example.org, one address, or leave it empty'),
};

/** A phone number as written: at least seven digits, perhaps with an extension. */
export const phone: CellType<string> = {
  blank: '',
  read: (value) => {
    if (isRounded(value)) return new BadCell(ROUNDED);
    const digits = value.replace(/\D/g, '').length;
    return digits >= 7 && value.length <= 40
      ? value
      : new BadCell('is not a phone number of seven digits or more; correct it or leave it empty');
  },
};
