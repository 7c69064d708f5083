import { UnprintableCharacter } from '../type/typesetter.ts';
import type { Content, Style } from './content.ts';

/** Without the characters that the letter fonts lack: what somebody typed may hold odd ones, and one of them shall hold up no run. */
export function printable(content: Content, style: Style, text: string): string {
  // The faces are asked about composed letters.
  const composed = text.normalize('NFC');
  try {
    content.width(style, composed);
    return composed;
  } catch (error) {
    if (!(error instanceof UnprintableCharacter)) throw error;
    return printable(content, style, composed.replaceAll(error.character, ' '));
  }
}
