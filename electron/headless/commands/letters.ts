import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { printPreview } from '../../services/letters/preview.ts';
import { letterDraft, listLetters, saveLetter, textOf } from '../../services/letters/versions.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `letters list` */
export async function list(call: Call): Promise<CommandResult> {
  const letters = await withOffice(call, listLetters);
  return {
    json: letters,
    text: letters
      .map(({ id, title, version, savedOn, savedBy }) => {
        const state =
          version === null
            ? 'as it ships'
            : `version ${version}, saved ${displayDate(savedOn ?? '')} by ${savedBy ?? ''}`;
        return `${id.padEnd(16)} ${title}: ${state}`;
      })
      .join('\n'),
  };
}

/** `letters show LETTER [--version N]` */
export async function show(call: Call): Promise<CommandResult> {
  const [letter = ''] = call.words;
  const wanted = call.number('version', 0);
  return withOffice(call, async (office) => {
    const { text, version } = await textOf(office, letter, wanted);
    const { fields, versions } = await letterDraft(office, letter, wanted);
    return { json: { letter, version, text, fields, versions }, text: text.trimEnd() };
  });
}

/** `letters save LETTER FILE` */
export async function save(call: Call): Promise<CommandResult> {
  const [letter = '', file = ''] = call.words;
  const text = readText(file);
  const version = await withOffice(call, (office) => saveLetter(office, letter, text));
  return {
    json: { letter, version },
    text: `The letter ${letter} is ${version === null ? 'the one that ships' : `version ${version}`} for runs prepared from now on.`,
  };
}

/** `letters preview LETTER --member NO --out FILE.pdf [--text FILE]` */
export async function preview(call: Call): Promise<CommandResult> {
  const [letter = ''] = call.words;
  const memberNo = call.text('member');
  const out = call.text('out');
  if (memberNo === null || out === null)
    throw new UsageError('letters preview needs --member NO and --out FILE.pdf, the file to write');
  const draft = call.text('text');
  const request = {
    letter,
    memberNo,
    text: draft === null ? null : readText(draft),
    today: asOfDate(call),
  };
  const { asOf, memberName } = await withOffice(call, (office) =>
    printPreview(office, request, resolve(out)),
  );
  return {
    json: { letter, memberNo, asOf, file: resolve(out) },
    text: `The letter ${letter} for ${memberName}, as on ${displayDate(asOf)}.\n${resolve(out)}`,
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StandingError(
      'file-unreadable',
      `The file ${file} cannot be read.`,
      'Start from what “letters show” prints.',
      { cause },
    );
  }
}
