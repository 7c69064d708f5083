const UNFOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
};

/**
 * Text as it is compared and sorted: lower case, no accents, no apostrophes, dots or hyphens within words, single spaces.
 * `O’Brien-Łukasz, Jr.` becomes `obrienlukasz jr`.
 */
export function foldText(text: string): string {
  // Most names are plain ASCII: a short way for them.
  if (/^[a-zA-Z0-9 ]*$/.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłıħŋ]/g, (letter) => UNFOLDED[letter] ?? letter)
    .replace(/['’‘`´.\-‐‑–]/g, '')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
}
