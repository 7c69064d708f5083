// Letters that do not come apart into a Latin capital and an accent.
const FOLDED: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ẞ: 'SS',
  Ħ: 'H',
  Ŋ: 'NG',
  Ŧ: 'T',
  Ɓ: 'B',
  Ɗ: 'D',
  Ƙ: 'K',
  Ə: 'A',
  Ŀ: 'L',
  ĸ: 'K',
};

/**
 * Text as USPS Publication 28 writes it (section 222): capitals, accents folded, no punctuation. Apostrophes and
 * dots close up (`O'Brien` → `OBRIEN`, `P.O.` → `PO`), everything else becomes a space, but a hyphen between a
 * number and a letter closes up (`45-A` → `45A`) and the slash of a fraction stays, for the house number would
 * otherwise be another one (`123 1/2`). Letters of other scripts are kept; see {@link foreignLetter}.
 */
export function capitals(text: string): string {
  return text
    .replace(/(\d)(?=[¼-¾⅐-⅞])/g, '$1 ')
    .normalize('NFKD')
    .replace(/\u2044/g, '/')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^ -~]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/['’‘ʻʼ`´ʹ.]/g, '')
    .replace(/\bC\/O\b/g, 'CARE OF')
    .replace(/&/g, ' AND ')
    .replace(/#/g, ' UNIT ')
    .replace(/(\d)[-‐‑–](?=[A-Z]\b)/g, '$1')
    .replace(/[^\p{L}\p{N}/]/gu, ' ')
    .replace(/(?<!\d)\/|\/(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first letter of capitals that an address block cannot print, or null. */
export function foreignLetter(text: string): string | null {
  return /[^A-Z0-9 /-]/u.exec(text)?.[0] ?? null;
}
