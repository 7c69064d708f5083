import {
  caseName,
  type FileOutcome,
  type IntakePart,
  type PartOutcome,
} from '../../../shared/domain/intake.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { partsOfDocument } from '../../repositories/intake-parts.ts';
import type { OfficeView } from '../office.ts';
import type { Received } from './receive.ts';
import { caseWords } from './sentences.ts';

/** What became of a file. @param first hashes of the files before it in the same run */
export async function outcomeOf(
  view: Pick<OfficeView, 'reader'>,
  file: string,
  came: Received,
  first: ReadonlySet<string>,
): Promise<FileOutcome> {
  if ('refused' in came)
    return { file, sha256: '', outcome: 'refused', reason: came.refused, pages: null, parts: [] };
  const { document, sha256 } = came;
  const rows = await partsOfDocument(view.reader, document.id);
  const parts = rows.map(partOutcome);
  const cases = [...new Set(parts.flatMap((part) => part.case ?? []))];
  const whole = {
    file,
    sha256,
    pages: rows[0]?.pages ?? null,
    parts,
    ...(cases.length === 1 ? { case: cases[0] ?? '' } : {}),
  };
  if (came.again || first.has(sha256)) return { ...whole, outcome: 'duplicate', reason: hereAlready(rows) };
  const worst =
    parts.find(({ outcome }) => outcome === 'unmatched') ??
    parts.find(({ outcome }) => outcome === 'refused');
  if (worst === undefined) return { ...whole, outcome: 'filed' };
  return {
    ...whole,
    outcome: worst.outcome,
    ...(worst.reason === undefined ? {} : { reason: worst.reason }),
  };
}

/** A file of a folder that was passed over. */
export function skippedOutcome(file: string, reason: string): FileOutcome {
  return { file, sha256: '', outcome: 'refused', reason, pages: null, parts: [], skipped: true };
}

/** Where the very same document is already, whatever it was called. */
function hereAlready(parts: readonly IntakePart[]): string {
  const [known, ...more] = parts;
  if (known === undefined) return 'The very same document came before.';
  const where =
    more.length === 0
      ? whereabouts(known)
      : `it is in ${parts.length} parts: ${parts.map(shortly).join(', ')}`;
  return `The very same document came before, as ${known.name}, on ${displayDate(known.receivedOn)}: ${where}.`;
}

function whereabouts({ part, state, member, case: of, why }: IntakePart): string {
  const whose = member === null ? '' : ` for ${member.name}, ${member.memberNo}`;
  const reason = why.replace(/\.$/, '');
  switch (state) {
    case 'filed':
      return of === null ? `it was let in${whose}` : `it is filed to ${caseWords(of)}${whose}`;
    case 'waiting':
      return `it waits in the queue as part ${part}`;
    case 'quarantined':
      return `it is in quarantine as part ${part}. ${reason}`;
    case 'refused':
      return `it was refused${whose}`;
    case 'joined':
      return 'its pages lie with others of the same document';
    case 'dismissed':
      return `it was dismissed: ${reason}`;
  }
}

function shortly({ part, state, case: of }: IntakePart): string {
  return of === null ? `part ${part} ${state}` : `part ${part} filed to ${caseName(of)}`;
}

function partOutcome({ part, firstPage, lastPage, state, why, member, case: of }: IntakePart): PartOutcome {
  return {
    part,
    firstPage,
    lastPage,
    outcome: state === 'filed' || state === 'refused' ? state : 'unmatched',
    ...(member === null ? {} : { memberNo: member.memberNo }),
    ...(of === null ? {} : { case: caseName(of) }),
    ...(why === '' ? {} : { reason: why }),
  };
}
