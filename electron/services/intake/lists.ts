import type {
  IntakeMember,
  IntakeParts,
  IntakeState,
  IntakeSuggestion,
} from '../../../shared/domain/intake.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { unreadDocuments } from '../../repositories/intake-documents.ts';
import {
  countParts,
  type PartQuery,
  partById,
  partsIn,
  partsOfDocument,
} from '../../repositories/intake-parts.ts';
import { openCases } from '../../repositories/open-cases.ts';
import { countWaitingReturns } from '../../repositories/return-letters.ts';
import { lookup } from '../lookup.ts';
import type { OfficeView } from '../office.ts';
import { memberUnknown } from '../standing.ts';
import { limitMegabytes } from './receive.ts';

type View = Pick<OfficeView, 'reader'>;

/** How many parts are in each list, and what the office has set. */
export async function intakeState(view: View): Promise<IntakeState> {
  return {
    counts: await countParts(view.reader),
    unread: (await unreadDocuments(view.reader)).length,
    returnLetters: await countWaitingReturns(view.reader),
    limitMegabytes: await limitMegabytes(view),
  };
}

/** The parts in a state. */
export function intakeParts(view: View, query: PartQuery): Promise<IntakeParts> {
  return partsIn(view.reader, query);
}

/** A member with the open cases. @throws StandingError `member-unknown` */
export async function intakeMember(view: View, memberNo: string): Promise<IntakeMember> {
  const id = await memberIdOf(view.reader, memberNo);
  const hit = lookup(view, memberNo, 3).find((one) => one.memberNo === memberNo);
  if (id === null || hit === undefined) throw memberUnknown(memberNo);
  const codes = hit.certifications.map(({ code }) => code).join(', ');
  return { memberNo, name: hit.name, codes, cases: await openCases(view.reader, id) };
}

/** What looks like a member's number in a file's name. */
const NUMBERS = /\d{4,10}/g;
const SUGGESTED = 3;

/** Whose a waiting part may be, the likeliest first. @throws StandingError `part-unknown` */
export async function intakeSuggestions(view: View, id: number): Promise<readonly IntakeSuggestion[]> {
  const part = await partById(view.reader, id);
  if (part === null) throw new StandingError('part-unknown', `There is no part ${id} of any document.`);
  const beside = await partsOfDocument(view.reader, part.document);
  const found = new Map<string, string>();
  const take = (memberNo: string | undefined, because: string) => {
    if (memberNo !== undefined && !found.has(memberNo)) found.set(memberNo, because);
  };
  take(part.member?.memberNo, 'its own code');
  for (const number of part.name.match(NUMBERS) ?? [])
    if ((await memberIdOf(view.reader, number)) !== null) take(number, 'the number in the file’s name');
  const place = beside.findIndex((one) => one.part === id);
  take(beside[place + 1]?.member?.memberNo, 'the pages behind it');
  take(place === 0 ? undefined : beside[place - 1]?.member?.memberNo, 'the pages before it');
  const suggestions: IntakeSuggestion[] = [];
  for (const [memberNo, because] of [...found].slice(0, SUGGESTED))
    suggestions.push({ ...(await intakeMember(view, memberNo)), because });
  return suggestions;
}
