import { describe, expect, test } from 'vitest';
import { loadLetter, parseLetter, SECTIONS } from '../../electron/printing/letter/template.ts';
import { RESOURCES } from './sample-run.ts';

const whole = SECTIONS.map((section) => `[${section}]\nWords of ${section}`).join('\n\n');

describe('the text of a letter', () => {
  test('the letter that ships is whole', () => {
    expect(Object.keys(loadLetter(`${RESOURCES}/letters/renewal.txt`))).toEqual(SECTIONS);
  });

  test('paragraphs part at empty lines, lines join, remarks are left out, fields are found', () => {
    const text = whole.replace(
      'Words of closing',
      '# remark\nCall {{ office.phone }}\nor write.\n\nYours, {{member.name}}',
    );
    expect(parseLetter(text, 'x').closing).toEqual([
      {
        constant: true,
        segments: [{ text: 'Call ' }, { field: 'office.phone' }, { text: ' ' }, { text: 'or write.' }],
      },
      { constant: false, segments: [{ text: 'Yours, ' }, { field: 'member.name' }] },
    ]);
  });

  test.each([
    [
      'unknown field',
      whole.replace('Words of greeting', 'Dear {{member.nmae}},'),
      /x\.txt, line 5: there is no field “member\.nmae”/,
    ],
    ['unknown part', `${whole}\n[postscript]\nHello`, /line 30: “postscript” is not a part of a letter/],
    ['part twice', `${whole}\n[slip]\nHello`, /line 30: the part “slip” is there twice/],
    [
      'open brackets',
      whole.replace('Words of subject', 'Notice for {{month'),
      /line 2: a field has no matching/,
    ],
    ['text before the first part', `Hello\n${whole}`, /line 1: text stands before the first/],
    ['part without text', whole.replace('Words of closing', ''), /no text in its part \[closing\]/],
    ['a member on the slip’s fixed text', whole.replace('Words of slip', '{{member.name}}'), /part \[slip\]/],
  ])('refused: %s', (_, text, sentence) => {
    expect(() => parseLetter(text, 'x.txt')).toThrow(sentence);
  });

  test('a file that is not there', () => {
    expect(() => loadLetter('/nowhere/letter.txt')).toThrow('The letter /nowhere/letter.txt cannot be read.');
  });
});
