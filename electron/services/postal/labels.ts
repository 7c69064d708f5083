import { join } from 'node:path';
import type { LabelsReport } from '../../../shared/domain/postal.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { type FittedAddress, fitAddress } from '../../printing/address/fit-address.ts';
import { labelPages } from '../../printing/labels/label-pages.ts';
import { type LabelSheet, labelsOn, labelWindow, loadLabelSheet } from '../../printing/labels/label-sheet.ts';
import { printPages } from '../../printing/print-pages.ts';
import { loadLetterFonts } from '../../printing/type/face.ts';
import { type Recipient, recipients } from '../../repositories/renewal-candidates.ts';
import { memberIdsOf, membersHeldFor } from '../../repositories/sent-pieces.ts';
import { existingRun } from '../notices/runs.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { officeProfile } from '../profile.ts';

const LABELS = 'avery-5160.json';

export interface LabelsRequest {
  /** A run: those whom it holds only because the address does not fit the window; or members by number, in this order. */
  readonly of: { readonly run: string } | { readonly memberNos: readonly string[] };
  /** The first label that is still on the first sheet, from 1. */
  readonly start: number;
  readonly outFile: string;
}

/**
 * Prints address labels for what has no letter.
 * @throws StandingError `run-unknown`, `members-unknown`, `no-such-label`, `no-labels`, `office-file`, and what the disk refuses
 */
export async function printLabels(office: Office, request: LabelsRequest): Promise<LabelsReport> {
  refuseOwnFile(request.outFile);
  const sheet = loadLabelSheet(join(office.resources, 'labels', LABELS));
  refuseStart(sheet, request.start);
  const ids = await memberIds(office, request.of);
  const people = await recipients(office.reader, { ids: [...new Set(ids)].sort((a, b) => a - b) });
  const wanted = [...new Set(ids)].flatMap((id) => people.get(id) ?? []);
  const fitted = fitAll(office, sheet, wanted);
  const labels = fitted.flatMap(({ label }) => label ?? []);
  const without = fitted.flatMap(({ memberNo, why }) => (why === null ? [] : [{ memberNo, why }]));
  if (labels.length === 0)
    throw new StandingError(
      'no-labels',
      without.length === 0
        ? `No piece ${'run' in request.of ? `of run ${request.of.run} ` : ''}is held because its address does not fit the window.`
        : `None of the ${without.length} can have a label: ${without[0]?.memberNo}: ${without[0]?.why}`,
      'Name members with --members, or correct their addresses.',
    );
  const words = {
    title: `Address labels, ${sheet.name}`,
    author: (await officeProfile(office)).name,
    subject: 'Address labels',
    language: 'en-US',
    dated: office.clock.today(),
  };
  const fontsDir = join(office.resources, 'fonts');
  const { outFile } = request;
  const printed = await printPages({ words, fontsDir, outFile }, labelPages(sheet, labels, request.start));
  const { sha256, pages } = printed;
  await office.act((write) =>
    write.journal({
      action: 'labels.printed',
      subject: 'run' in request.of ? 'run' : 'office',
      subjectId: 'run' in request.of ? request.of.run : 'labels',
      detail: { labels: labels.length, sheets: pages, sha256 },
    }),
  );
  return { labels: labels.length, sheets: pages, sha256, file: outFile, without };
}

function refuseStart(sheet: LabelSheet, start: number): void {
  if (start >= 1 && start <= labelsOn(sheet)) return;
  throw new StandingError(
    'no-such-label',
    `A sheet of ${sheet.name} has labels 1 to ${labelsOn(sheet)}; label ${start} was named as the first.`,
    'Count the labels row by row from the top left.',
  );
}

async function memberIds(office: Office, of: LabelsRequest['of']): Promise<readonly number[]> {
  if ('run' in of) {
    await existingRun(office, of.run);
    return membersHeldFor(office.reader, of.run, 'address does not fit the window');
  }
  const found = await memberIdsOf(office.reader, of.memberNos);
  const unknown = of.memberNos.filter((memberNo) => !found.has(memberNo));
  if (unknown.length > 0)
    throw new StandingError(
      'members-unknown',
      `There is no member ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ` (and ${unknown.length - 5} more)` : ''}; nothing was printed.`,
      'Correct the list.',
    );
  return of.memberNos.flatMap((memberNo) => found.get(memberNo) ?? []);
}

interface Fitted {
  readonly memberNo: string;
  readonly label: FittedAddress | null;
  readonly why: string | null;
}

function fitAll(office: Office, sheet: LabelSheet, people: readonly Recipient[]): readonly Fitted[] {
  const { plain } = loadLetterFonts(join(office.resources, 'fonts'));
  const window = labelWindow(sheet);
  return people.map(({ memberNo, name, address, badReason, deceasedOn }) => {
    if (deceasedOn !== null) return { memberNo, label: null, why: 'The member has died.' };
    if (address === null) return { memberNo, label: null, why: 'There is no address.' };
    if (badReason !== null) return { memberNo, label: null, why: `Post came back from it (${badReason}).` };
    const label = fitAddress(name, address, window, (text, size) => plain.width(text, size));
    if ('held' in label) return { memberNo, label: null, why: label.held.replace('the window', 'the label') };
    return { memberNo, label, why: null };
  });
}
