import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { BadgeSettings, BadgeSettingsView } from '../../../shared/domain/badges.ts';
import { CERTIFICATION_CODES, type CertificationCode } from '../../../shared/domain/codes.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import type { Work } from '../../jobs/work.ts';
import { saveSetting, setting } from '../../repositories/settings.ts';
import { openCsv } from '../import/file/csv-file.ts';
import type { Office, OfficeView } from '../office.ts';
import { type BadgeColumn, badgeColumns } from './columns.ts';

type View = Pick<OfficeView, 'reader' | 'resources'>;

const NONE: BadgeSettings = { templates: {}, columns: null, columnsFrom: null };

/** What the office keeps about Credly; nothing until Setup was filled in. */
export async function badgeSettings(view: Pick<OfficeView, 'reader'>): Promise<BadgeSettings> {
  return (await setting(view.reader, 'badges')) ?? NONE;
}

/** The same, with what is written into each column. */
export async function badgeSettingsView(view: View): Promise<BadgeSettingsView> {
  const settings = await badgeSettings(view);
  return { ...settings, mapped: columnsOf(settings, view.resources) };
}

/** The columns of the bulk-issue file: the chosen template's, or those that ship. */
export function columnsOf({ columns }: BadgeSettings, resources: string): readonly BadgeColumn[] {
  return badgeColumns(columns ?? shippedColumns(resources), 'The template');
}

const columnsFile = z.strictObject({ columns: z.array(z.string().min(1)).min(1) });

function shippedColumns(resources: string): readonly string[] {
  const file = join(resources, 'badges', 'bulk-issue-columns.json');
  return columnsFile.parse(JSON.parse(readFileSync(file, 'utf8'))).columns;
}

/**
 * Sets Credly's badge template ids; an empty one takes a certification's away.
 * @throws StandingError `badge-template` for an id that is none, or one that two certifications share
 */
export async function saveTemplates(
  office: Office,
  given: Readonly<Partial<Record<CertificationCode, string>>>,
): Promise<BadgeSettings> {
  const before = await badgeSettings(office);
  const templates: Partial<Record<CertificationCode, string>> = {};
  for (const code of CERTIFICATION_CODES) {
    const id = (given[code] ?? '').trim();
    if (id === '') continue;
    // Credly writes its ids as UUIDs; one that a spreadsheet would calculate, or that has spaces, was not copied whole.
    if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{2,99}$/u.test(id))
      throw refused(`“${id}” is no badge template id for ${code}.`);
    const twin = CERTIFICATION_CODES.find((other) => templates[other] === id);
    if (twin !== undefined) throw refused(`${twin} and ${code} cannot have the same badge template ${id}.`);
    templates[code] = id;
  }
  return save(office, before, { ...before, templates });
}

function refused(what: string): StandingError {
  return new StandingError(
    'badge-template',
    what,
    'Copy the id from Credly, under Developers, Template IDs.',
  );
}

/**
 * Takes the columns of a fresh template of Credly for the files written from now on.
 * @throws StandingError as `openCsv`, `badge-columns`
 */
export async function takeTemplateFile(office: Office, file: string, work: Work): Promise<BadgeSettings> {
  const { header } = await openCsv(file, work);
  badgeColumns(header, `The file ${basename(file)}`);
  const before = await badgeSettings(office);
  return save(office, before, {
    ...before,
    columns: header,
    columnsFrom: { file: basename(file), on: office.clock.today() },
  });
}

async function save(office: Office, before: BadgeSettings, after: BadgeSettings): Promise<BadgeSettings> {
  if (JSON.stringify(before) === JSON.stringify(after)) return before;
  await office.act(async (write) => {
    await saveSetting(write, 'badges', after);
    write.journal({
      action: 'office.badges-changed',
      subject: 'office',
      subjectId: 'badges',
      detail: { before, after },
    });
  });
  return after;
}
