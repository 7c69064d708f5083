/** The first text of a sorted list that is not before the one given. */
export type Seek = (from: string) => string | undefined;

/** A way to read a word that differs by one typing error. */
export interface NearWord {
  readonly text: string;
  /** Whether the list holds the text itself, not only longer ones that start with it. */
  readonly whole: boolean;
}

/**
 * Texts at one typing error (a letter wrong, missing, too many, or two exchanged) that begin something in a sorted list. The list
 * is walked like a tree: below each beginning of the word only the letters that do follow there are tried, some hundred seeks in
 * all however long the list.
 * @param from the lowest first letter to try, to keep out what sorts before
 */
export function nearWords(word: string, seek: Seek, from = ''): readonly NearWord[] {
  const near = new Map<string, boolean>();
  const letters = [...word];
  const tail = (at: number) => letters.slice(at).join('');
  const consider = (text: string): void => {
    if (text === '' || text === word || near.has(text)) return;
    const next = seek(text);
    if (next?.startsWith(text) === true) near.set(text, next === text);
  };
  for (let at = 0; at <= letters.length; at++) {
    const head = letters.slice(0, at).join('');
    if (seek(head)?.startsWith(head) !== true) break;
    const letter = letters[at];
    if (letter === undefined) break;
    const following = letters[at + 1];
    if (following !== undefined && following !== letter) consider(head + following + letter + tail(at + 2));
    consider(head + tail(at + 1));
    for (const other of lettersAfter(head, seek, from)) {
      if (other !== letter) consider(head + other + tail(at + 1));
      consider(head + other + tail(at));
    }
  }
  return [...near].map(([text, whole]) => ({ text, whole }));
}

/** The letters that follow a beginning somewhere in the list. */
function* lettersAfter(head: string, seek: Seek, from: string): Generator<string> {
  let next = seek(head === '' ? from : `${head}\u0001`);
  while (next?.startsWith(head) === true && next.length > head.length) {
    const letter = String.fromCodePoint(next.codePointAt(head.length) ?? 0);
    yield letter;
    next = seek(`${head}${letter}\u{10ffff}`);
  }
}
