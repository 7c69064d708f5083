import type { LetterWords, WordBlock } from './letter-words.ts';

/** Columns of a line; RFC 5322 asks for at most 78. */
const COLUMNS = 72;

/** A letter's words as plain text. */
export function plainOf(words: LetterWords): string {
  return `${words.blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: WordBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'small':
      return wrapped(block.text);
    case 'lines':
      return block.lines.join('\n');
    default:
      return [
        ...(block.title === '' ? [] : [block.title]),
        ...block.facts.map(([label, value]) => wrapped(`${label}: ${value}`, '  ')),
      ].join('\n');
  }
}

function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((text) => `${indent}${text}`).join('\n');
}
