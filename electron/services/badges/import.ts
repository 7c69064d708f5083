import { basename } from 'node:path';
import type { CredlyImportReport } from '../../../shared/domain/badges.ts';
import type { Work } from '../../jobs/work.ts';
import {
  addBadges,
  addCredlyImport,
  type BadgeChange,
  badgeCount,
  badgeHolders,
  type CredlyBadge,
  changeBadges,
  credlyBadges,
  isNewestImport,
  type KeptBadge,
} from '../../repositories/credly.ts';
import type { Office, OfficeView } from '../office.ts';
import { codeOfTemplate, type FindHolder, holderFinder } from './match.ts';
import { type CredlyFile, readCredly } from './read-credly.ts';
import { badgeSettings } from './settings.ts';

/** So many badges are written in one transaction: nobody waits for it. */
const AT_A_TIME = 500;

/**
 * Takes in Credly's export: which badges are issued, claimed and revoked. The same file twice changes nothing; a row that tells of an
 * older state than is known is left aside. Badges of nobody known are kept and looked for again with every import.
 * @throws StandingError as `readCredly`, `cancelled`
 */
export async function importCredly(office: Office, file: string, work: Work): Promise<CredlyImportReport> {
  const read = await readCredly(file, work);
  const { added, changed } = await differences(office, read);
  const counts = { added: added.length, changed: changed.filter(isTold(read)).length };
  if (added.length + changed.length > 0 || !(await isNewestImport(office.reader, read.sha256)))
    await apply(office, file, read, added, changed, work);
  const { unmatched } = await badgeCount(office.reader);
  return {
    rows: read.rows,
    ...counts,
    unchanged: read.badges.length - counts.added - counts.changed,
    unmatched,
    rejected: read.rejected,
  };
}

/** Whether the file itself tells of it; the others were only recognised now. */
function isTold({ badges }: CredlyFile): (change: BadgeChange) => boolean {
  const told = new Set(badges.map(({ badge }) => badge));
  return ({ before }) => told.has(before.badge);
}

async function differences(
  view: Pick<OfficeView, 'reader'>,
  { badges }: CredlyFile,
): Promise<{ readonly added: readonly CredlyBadge[]; readonly changed: readonly BadgeChange[] }> {
  const { templates } = await badgeSettings(view);
  const codes = codeOfTemplate(templates);
  const holderOf = holderFinder(codes, await badgeHolders(view.reader, [...codes.values()]));
  const known = new Map((await credlyBadges(view.reader)).map((kept) => [kept.badge, kept]));
  const added: CredlyBadge[] = [];
  const changed: BadgeChange[] = [];
  for (const told of badges) {
    const before = known.get(told.badge);
    if (before === undefined) {
      added.push({ ...told, certificationId: holderOf(told) });
      continue;
    }
    known.delete(told.badge);
    const after = isOlder(told, before) ? recognised(before, holderOf) : merged(told, before, holderOf);
    if (after !== null) changed.push({ before, after });
  }
  // Of those that the file does not tell of, some may be recognised now.
  for (const before of known.values()) {
    const after = recognised(before, holderOf);
    if (after !== null) changed.push({ before, after });
  }
  return { added, changed };
}

function isOlder(told: Pick<CredlyBadge, 'stateOn'>, before: KeptBadge): boolean {
  return told.stateOn !== null && before.stateOn !== null && told.stateOn < before.stateOn;
}

/** What the badge becomes by what is told; null where nothing is new. Whose it is stays once it is known. */
function merged(
  told: Omit<CredlyBadge, 'certificationId'>,
  before: KeptBadge,
  holderOf: FindHolder,
): CredlyBadge | null {
  const after = { ...told, certificationId: before.certificationId ?? holderOf(told) };
  const same = (Object.keys(after) as (keyof CredlyBadge)[]).every((key) => after[key] === before[key]);
  return same ? null : after;
}

function recognised(before: KeptBadge, holderOf: FindHolder): CredlyBadge | null {
  if (before.certificationId !== null) return null;
  const certificationId = holderOf(before);
  return certificationId === null ? null : { ...before, certificationId };
}

async function apply(
  office: Office,
  file: string,
  read: CredlyFile,
  added: readonly CredlyBadge[],
  changed: readonly BadgeChange[],
  work: Work,
): Promise<void> {
  const name = basename(file);
  const imported = await office.act(async (write) => {
    const { sha256, rows } = read;
    const id = await addCredlyImport(write, { name, sha256, rows }, office.clock.today());
    write.journal({
      action: 'badges.imported',
      subject: 'office',
      subjectId: 'badges',
      detail: { import: id, file: name, sha256, rows, added: added.length, changed: changed.length },
    });
    return id;
  });
  const steps = [
    ...slices(added).map((some) => ({ added: some, changed: [] })),
    ...slices(changed).map((some) => ({ added: [], changed: some })),
  ];
  for (const [at, step] of steps.entries()) {
    await office.act(async (write) => {
      addBadges(write, imported, step.added);
      await changeBadges(write, imported, step.changed);
      write.journal({
        action: 'badges.taken-in',
        subject: 'office',
        subjectId: 'badges',
        detail: { import: imported, added: step.added.length, changed: step.changed.length },
      });
    });
    work.progress({ doing: 'Taking in badges', done: at + 1, total: steps.length, cancellable: true });
    await work.breathe();
  }
}

function slices<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += AT_A_TIME) parts.push(items.slice(from, from + AT_A_TIME));
  return parts;
}
