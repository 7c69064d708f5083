/** An operand of a page's content: a number, a name, or a string or array of them. */
export type Operand = number | string | { readonly bytes: string } | readonly Operand[];

/** An operator with what stands before it. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/** The operations of a content stream as this program writes them (PDF 32000-1, 7.8.2): no inline images, no dictionaries. */
export function* operations(content: string): Generator<Operation> {
  let operands: Operand[] = [];
  const open: Operand[][] = [];
  for (let at = 0; at < content.length; ) {
    const character = content.charAt(at);
    if (/\s/.test(character)) at += 1;
    else if (character === '[') {
      open.push(operands);
      operands = [];
      at += 1;
    } else if (character === ']') {
      const array = operands;
      operands = open.pop() ?? [];
      operands.push(array);
      at += 1;
    } else if (character === '(') {
      const { bytes, end } = string(content, at);
      operands.push({ bytes });
      at = end;
    } else {
      const word = /[^\s[\]()]+/y;
      word.lastIndex = at;
      const text = word.exec(content)?.[0] ?? character;
      at += text.length;
      if (/^[-+.\d]/.test(text)) operands.push(Number(text));
      else if (text.startsWith('/')) operands.push(text.slice(1));
      else {
        yield { operator: text, operands };
        operands = [];
      }
    }
  }
}

function string(content: string, start: number): { readonly bytes: string; readonly end: number } {
  let bytes = '';
  for (let at = start + 1; at < content.length; at++) {
    const character = content.charAt(at);
    if (character === ')') return { bytes, end: at + 1 };
    if (character !== '\\') {
      bytes += character;
      continue;
    }
    at += 1;
    const escaped = content.charAt(at);
    bytes += escaped === 'r' ? '\r' : escaped;
  }
  throw new Error('A string of the page has no end.');
}
