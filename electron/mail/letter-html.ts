import type { LetterWords, WordBlock } from './letter-words.ts';

/** A letter's words as HTML: the very same as in the plain text. Readers of e-mail know few styles, and those inline. */
export function htmlOf(words: LetterWords): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 Georgia,'Times New Roman',serif">
<div style="max-width:38em;margin:0 auto">
${words.blocks.map(blockHtml).join('\n')}
</div>
</body>
</html>
`;
}

function blockHtml(block: WordBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escaped(block.text)}</h1>`;
    case 'paragraph':
      return `<p style="margin:0 0 16px">${escaped(block.text)}</p>`;
    case 'small':
      return `<p style="margin:0 0 16px;font-size:14px;opacity:.85">${escaped(block.text)}</p>`;
    case 'lines':
      return `<p style="margin:0 0 16px">${block.lines.map(escaped).join('<br>\n')}</p>`;
    default: {
      const title =
        block.title === '' ? '' : `<caption style="${CAPTION}">${escaped(block.title)}</caption>\n`;
      const rows = block.facts.map(
        ([label, value]) =>
          `<tr><th scope="row" style="${LABEL}">${escaped(label)}:</th> <td style="${VALUE}">${escaped(value)}</td></tr>`,
      );
      return `<table style="${TABLE}">\n${title}${rows.join('\n')}\n</table>`;
    }
  }
}

const TABLE =
  'border-collapse:collapse;width:100%;margin:0 0 16px;font-family:Arial,Helvetica,sans-serif;font-size:15px';
const CAPTION = 'text-align:left;font-weight:bold;padding:0 0 4px';
const LABEL =
  'text-align:left;font-weight:normal;vertical-align:top;padding:4px 16px 4px 0;border-top:1px solid #9996;width:11em';
const VALUE = 'vertical-align:top;padding:4px 0;border-top:1px solid #9996';

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
