import { join } from 'node:path';
import { hasCardNumber } from '../../../shared/domain/card-number.ts';
import { ALL_LETTERS, type OfficeLetter, officeLetter } from '../../../shared/domain/desk-letters.ts';
import { type LetterDraft, type LetterSummary, letterSections } from '../../../shared/domain/letters.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { mergeFieldsOf } from '../../printing/letter/merge-fields.ts';
import { parseLetter, sectionsOf } from '../../printing/letter/template.ts';
import { loadLetterFonts } from '../../printing/type/face.ts';
import { unsetCharacter } from '../../printing/type/unset-character.ts';
import { addLetterVersion, letterVersions, letterVersionText } from '../../repositories/letter-text.ts';
import type { Office, OfficeView } from '../office.ts';
import { letterText, shippedLetter } from './current.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

/** Every letter with its newest version. */
export async function listLetters(view: Pick<OfficeView, 'reader'>): Promise<readonly LetterSummary[]> {
  const summaries: LetterSummary[] = [];
  for (const { id, title } of ALL_LETTERS) {
    const [newest] = await letterVersions(view.reader, id);
    const { version = null, savedOn = null, savedBy = null } = newest ?? {};
    summaries.push({ id, title, version, savedOn, savedBy });
  }
  return summaries;
}

/**
 * A letter as it is edited.
 * @param version null = the newest; 0 = the one that ships
 * @throws StandingError `letter-unknown`, `letter-version-unknown`
 */
export async function letterDraft(view: View, id: string, version: number | null): Promise<LetterDraft> {
  const { title, kind } = known(id);
  const own = await textOf(view, id, version);
  return {
    letter: id,
    title,
    version: own.version,
    sections: letterSections(own.text, sectionsOf(kind)),
    fields: mergeFieldsOf(kind),
    versions: await letterVersions(view.reader, id),
  };
}

/**
 * A letter's text.
 * @param version null = the newest; 0 = the one that ships
 * @throws StandingError `letter-unknown`, `letter-version-unknown`
 */
export async function textOf(
  view: View,
  id: string,
  version: number | null,
): Promise<{ readonly text: string; readonly version: number | null }> {
  known(id);
  if (version === null) return letterText(view, id);
  if (version === 0) return shippedLetter(view.resources, id);
  const text = await letterVersionText(view.reader, id, version);
  if (text !== null) return { text, version };
  const all = await letterVersions(view.reader, id);
  throw new StandingError(
    'letter-version-unknown',
    `The letter “${id}” has no version ${version}.`,
    all.length === 0
      ? 'It was never changed.'
      : `It has versions 1 to ${all.length}; 0 is the text that ships.`,
  );
}

/**
 * Saves a letter's text as its next version, for runs prepared from now on; prepared runs keep theirs. A text that is the newest one
 * already is not saved again.
 * @returns the version that holds
 * @throws StandingError `letter-unknown`, `bad-letter` naming the line and what is wrong there, `card-number`
 */
export async function saveLetter(office: Office, id: string, text: string): Promise<number | null> {
  const { title, kind } = known(id);
  parseLetter(text, `“${title}”`, kind);
  if (hasCardNumber(text)) {
    throw new StandingError(
      'card-number',
      'Something in the letter looks like a card number, which is stored nowhere.',
      'Take the number out.',
    );
  }
  refuseUnset(office, title, text);
  const before = await letterText(office, id);
  if (before.text === text) return before.version;
  const version = (before.version ?? 0) + 1;
  await office.act(async (write) => {
    await addLetterVersion(write, { letter: id, version, text, on: office.clock.today() });
    write.journal({
      action: 'letter.saved',
      subject: 'letter',
      subjectId: id,
      detail: { before: before.version, after: version },
    });
  });
  return version;
}

/** A run is written with its letter for ever: what cannot be printed must not come into one. @throws StandingError `bad-letter` */
function refuseUnset({ resources }: Pick<OfficeView, 'resources'>, title: string, text: string): void {
  // Remarks are not printed.
  const printed = text.replaceAll(/^#.*$/gm, '');
  const unset = unsetCharacter(printed, loadLetterFonts(join(resources, 'fonts')));
  if (unset === null) return;
  throw new StandingError(
    'bad-letter',
    `The letter “${title}”, line ${unset.line}: the letter fonts have no “${unset.character}”.`,
    'Write it in words.',
  );
}

/** @throws StandingError `letter-unknown` naming those there are */
export function known(id: string): OfficeLetter {
  const letter = officeLetter(id);
  if (letter !== null) return letter;
  throw new StandingError(
    'letter-unknown',
    `There is no letter “${id}”.`,
    `There are: ${ALL_LETTERS.map((one) => one.id).join(', ')}.`,
  );
}
