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
  /** `known` is the first of the list from some text on that is not after this one: it saves a seek where it is past it. */
  const consider = (text: string, known = ''): void => {
    if (text === '' || text === word || near.has(text)) return;
    const next = known >= text ? known : seek(text);
    if (next?.startsWith(text) === true) near.set(text, next === text);
  };
  for (let at = 0; at < letters.length; at++) {
    const head = letters.slice(0, at).join('');
    const letter = letters[at] ?? '';
    const following = letters[at + 1];
    if (following !== undefined && following !== letter) consider(head + following + letter + tail(at + 2));
    consider(head + tail(at + 1));
    for (const [other, known] of lettersAfter(head, seek, from)) {
      if (other !== letter) consider(head + other + tail(at + 1), known);
      consider(head + other + tail(at), known);
    }
    if (seek(head + letter)?.startsWith(head + letter) !== true) break;
  }
  return [...near].map(([text, whole]) => ({ text, whole }));
}

/** The letters that follow a beginning somewhere in the list, each with the first text that has it. */
function* lettersAfter(
  head: string,
  seek: Seek,
  from: string,
): Generator<readonly [letter: string, first: string]> {
  let next = seek(head === '' ? from : `${head}\u0001`);
  while (next?.startsWith(head) === true && next.length > head.length) {
    const letter = String.fromCodePoint(next.codePointAt(head.length) ?? 0);
    yield [letter, next];
    next = seek(`${head}${letter}\u{10ffff}`);
  }
}

/** Whether what was typed is at one typing error from the text, or from a beginning of it. */
export function nearlyStarts(text: string, typed: string): boolean {
  let same = 0;
  while (same < typed.length && typed[same] === text[same]) same += 1;
  if (same === typed.length) return true;
  const follows = (typedFrom: number, textFrom: number) => text.startsWith(typed.slice(typedFrom), textFrom);
  return (
    follows(same + 1, same + 1) ||
    follows(same + 1, same) ||
    follows(same, same + 1) ||
    (typed[same] === text[same + 1] && typed[same + 1] === text[same] && follows(same + 2, same + 2))
  );
}
