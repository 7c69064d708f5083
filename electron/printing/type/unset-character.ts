import { FACES, type FaceName, type LetterFonts } from './face.ts';
import { Typesetter, UnprintableCharacter } from './typesetter.ts';

/** The first character of a text that a face of the letter fonts cannot set, with its line from 1; null where all can. */
export function unsetCharacter(
  text: string,
  fonts: LetterFonts,
): { readonly character: string; readonly line: number } | null {
  // FACES has every name as a key.
  const setters = (Object.keys(FACES) as FaceName[]).map((name) => new Typesetter(fonts[name]));
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    try {
      for (const setter of setters) setter.run(line.replaceAll('\t', ' '));
    } catch (error) {
      if (!(error instanceof UnprintableCharacter)) throw error;
      return { character: error.character, line: at + 1 };
    }
  }
  return null;
}
