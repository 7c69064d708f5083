import type { LetterWords } from '../words.ts';

/** The most rows that a letter's table has. */
const ROWS = 7;
/** The most paragraphs between the table and the policy's sentence. */
const REST = 3;
const ADDRESS = 5;

/** What differs from letter to letter, by the name of its column. */
export function mergeFields(words: LetterWords, memberName: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {
    name: memberName,
    run: words.run,
    amount: words.amount,
    past: words.past,
    due: words.due,
    code: words.code,
    greeting: words.opening[0] ?? '',
    opening: words.opening[1] ?? '',
  };
  for (const [at, [, value]] of words.facts.entries()) fields[`fact${at}`] = value;
  for (const [at, [, value]] of words.slipFacts.entries()) fields[`slip${at}`] = value;
  for (let at = 0; at < ADDRESS; at++) fields[`address${at}`] = words.address[at] ?? '';
  for (let at = 0; at < REST; at++) fields[`rest${at}`] = words.rest[at] ?? '';
  for (let at = 0; at < ROWS; at++)
    for (let cell = 0; cell < 3; cell++) fields[`row${at}${cell}`] = words.rows[at]?.[cell] ?? '';
  return fields;
}

/** A table as LibreOffice reads it. */
export function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n');
}

/** The letter as a Writer document: our text, and a field wherever letters differ. No QR code: Writer has none to merge. */
export function letterTemplate(words: LetterWords): string {
  const text = (content: string, style = 'plain') => `<text:p text:style-name="${style}">${content}</text:p>`;
  const all = (contents: readonly string[], style = 'plain') =>
    contents.map((content) => text(content, style)).join('');
  const fields = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => field(`${name}${at}`));
  const rows = [
    words.heads.map(escaped),
    ...Array.from({ length: ROWS }, (_, at) => [0, 1, 2].map((cell) => field(`row${at}${cell}`))),
  ];
  return document(
    [
      text(`EBC ${escaped(words.wordmark)}`, 'title'),
      all(words.contact.map(escaped), 'small'),
      all(words.from.map(escaped), 'small'),
      ...words.facts.map(([label], at) => text(`${escaped(label)} ${field(`fact${at}`)}`)),
      text(field('run'), 'small'),
      text(`Amount due ${field('past')}`),
      text(field('amount'), 'amount'),
      text(field('due'), 'bold'),
      all(fields('address', ADDRESS)),
      text(escaped(words.subject), 'title'),
      text(field('greeting'), 'body'),
      text(field('opening'), 'body'),
      table(rows),
      all(fields('rest', REST), 'body'),
      text(escaped(words.policy), 'italic'),
      all(words.closing.map(escaped), 'body'),
      text(escaped(words.slip), 'small'),
      text('Payment slip', 'title'),
      text('Send this slip and your check to', 'small'),
      all(words.sendTo.map(escaped)),
      text(field('name'), 'bold'),
      ...words.slipFacts.map(([label], at) => text(`${escaped(label)} ${field(`slip${at}`)}`, 'small')),
      text(`Amount due ${field('amount')} Amount enclosed $`, 'bold'),
      text(field('code'), 'small'),
    ].join('\n'),
  );
}

function field(name: string): string {
  return `<text:database-display text:database-name="letters" text:table-name="letters" text:table-type="table" text:column-name="${name}">${name}</text:database-display>`;
}

function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) =>
    `<table:table-cell office:value-type="string"><text:p text:style-name="small">${content}</text:p></table:table-cell>`;
  const lines = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`);
  return `<table:table table:name="certifications"><table:table-column table:number-columns-repeated="3"/>${lines.join('')}</table:table>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function document(body: string): string {
  const style = (name: string, font: string, size: number, more = '') =>
    `<style:style style:name="${name}" style:family="paragraph"><style:text-properties style:font-name="${font}" fo:font-size="${size}pt" fo:language="en" fo:country="US" ${more}/></style:style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="'Source Serif 4'"/><style:font-face style:name="Sans" svg:font-family="'Source Sans 3'"/></office:font-face-decls>
<office:automatic-styles><style:page-layout style:name="letter"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in" fo:margin-top="0.4in" fo:margin-bottom="0.4in" fo:margin-left="0.75in" fo:margin-right="0.75in"/></style:page-layout>
${style('plain', 'Sans', 9.5)}${style('small', 'Sans', 8)}${style('bold', 'Sans', 10, 'fo:font-weight="bold"')}${style('amount', 'Sans', 20, 'fo:font-weight="bold"')}
${style('title', 'Serif', 12.5, 'fo:font-weight="bold"')}${style('body', 'Serif', 10)}${style('italic', 'Serif', 8.5, 'fo:font-style="italic"')}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="letter"/></office:master-styles>
<office:body><office:text>
${body}
</office:text></office:body></office:document>`;
}
