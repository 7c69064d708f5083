import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mergeFieldsOf } from '../../electron/printing/letter/merge-fields.ts';
import { parseLetter, sectionsOf } from '../../electron/printing/letter/template.ts';
import { ALL_LETTERS, type LetterKind } from '../../shared/domain/desk-letters.ts';
import {
  FIELD_WORDS,
  fieldBeingTyped,
  letterFaults,
  letterOfSections,
  letterSections,
  SECTION_TITLES,
  withField,
} from '../../shared/domain/letters.ts';

const shipped = (id: string) =>
  readFileSync(new URL(`../../resources/letters/${id}.txt`, import.meta.url), 'utf8');
const FIELDS = mergeFieldsOf('renewal');
/** Paragraph by paragraph, fields in brackets. */
function wordsOf(text: string, kind: LetterKind): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(parseLetter(text, 'letter', kind)).map(([name, paragraphs]) => [
    name,
    paragraphs.map(({ segments }) =>
      segments.map((one) => ('text' in one ? one.text : `{{${one.field}}}`)).join(''),
    ),
  ]);
}
const faultsOf = (text: string, name = 'closing') => letterFaults([{ name, text }], FIELDS);

test.each(ALL_LETTERS)(
  'the letter $id, taken apart and put together again, says the same',
  ({ id, kind }) => {
    const sections = letterSections(shipped(id), sectionsOf(kind));
    expect(letterFaults(sections, mergeFieldsOf(kind))).toEqual([]);
    expect(wordsOf(letterOfSections(sections), kind)).toEqual(wordsOf(shipped(id), kind));
  },
);

test.each(ALL_LETTERS)('every part and field of the letter $id has its words', ({ kind }) => {
  expect(sectionsOf(kind).filter((name) => SECTION_TITLES[name] === undefined)).toEqual([]);
  expect(mergeFieldsOf(kind).filter((name) => FIELD_WORDS[name] === undefined)).toEqual([]);
});

test.each([
  ['Dear {{member.nam}},', 5, 19, 'Did you mean {{member.name}}?'],
  ['Dear {{membr.name}},', 5, 19, 'Did you mean {{member.name}}?'],
  ['Dear {{name}},', 5, 13, 'Type {{ and choose one.'],
  ['By {{lapse.date}}', 3, 17, 'There is no field “lapse.date”'],
  ['Dear {{member.name}, hello', 5, 7, 'no matching'],
  ['Dear member.name}}', 16, 18, 'no matching'],
  ['One\n[slip]\nTwo', 4, 10, 'square brackets'],
  ['One\n# remark', 4, 12, 'begin with #'],
  ['  ', 0, 2, 'is empty'],
])('“%s” is refused with the place', (text, from, to, message) => {
  const [fault] = faultsOf(text);
  expect(fault).toMatchObject({ section: 'closing', from, to });
  expect(fault?.message).toContain(message);
});

test('the line above the slip takes fields of the office only', () => {
  expect(faultsOf('Return to {{office.name}}', 'slip')).toEqual([]);
  expect(faultsOf('Return, {{member.name}}', 'slip')[0]?.message).toContain('same on every sheet');
});

test.each([
  ['Dear {{', 7, { from: 5, begun: '' }],
  ['Dear {{ mem', 11, { from: 5, begun: 'mem' }],
  ['Dear {{member.name}} and', 24, null],
  ['Dear {', 6, null],
])('“%s”: the field being typed', (text, at, expected) => {
  expect(fieldBeingTyped(text, at)).toEqual(expected);
});

test.each([
  ['Dear {{mem', 10, 'Dear {{member.name}}', 20],
  ['Dear {{mem}}, hello', 10, 'Dear {{member.name}}, hello', 20],
  ['Dear ', 5, 'Dear {{member.name}}', 20],
])('a chosen field takes the place of “%s”', (text, at, expected, next) => {
  expect(withField(text, at, 'member.name')).toEqual({ text: expected, at: next });
});
