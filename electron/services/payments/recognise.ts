import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PayingMember, Recognised } from '../../../shared/domain/payments.ts';
import { parseSheetCode } from '../../../shared/domain/sheet-code.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { askedOnSheet } from '../../repositories/sheets.ts';
import { lookup } from '../lookup.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { payingMember } from './paying-member.ts';

/** As many as the desk can tell apart at a glance. */
const CANDIDATES = 6;

type View = Pick<OfficeView, 'reader' | 'resources'>;

/**
 * Who is meant by the scanned code of a stub, a member's number or a name, with what each certification owes and in which order a
 * payment settles it. What cannot be read is told in a sentence, not thrown: the desk types on.
 */
export async function recognise(view: View, typed: string, asOf: CalendarDate): Promise<Recognised> {
  const text = typed.trim();
  if (text === '') return nothing('nothing', null);
  const policy = await officePolicy(view);
  if (/^ST\d\./i.test(text)) return ofStub(view, text.toUpperCase(), policy, asOf);
  const id = await memberIdOf(view.reader, text);
  if (id === null) return ofName(view, text, policy, asOf);
  const member = await payingMember(view.reader, id, policy, asOf, NOT_ASKED);
  return { readAs: 'number', stub: null, candidates: [member], message: null };
}

const NOT_ASKED: ReadonlyMap<string, number> = new Map();

async function ofStub(view: View, text: string, policy: PolicyBook, asOf: CalendarDate): Promise<Recognised> {
  const code = parseSheetCode(text);
  if (code === null)
    return nothing(
      'stub',
      'The code of the stub was not read whole: scan it again, or type the member’s number.',
    );
  const { run, sheet } = code;
  const asked = await askedOnSheet(view.reader, run, sheet);
  if (asked === null)
    return nothing(
      'stub',
      `This office has no sheet ${sheet} of a run ${run}: type the member’s number or name.`,
    );
  const member = await payingMember(view.reader, asked.memberId, policy, asOf, asked.byCode);
  return {
    readAs: 'stub',
    stub: { run, sheet, askedCents: asked.cents },
    candidates: [member],
    message: null,
  };
}

async function ofName(view: View, text: string, policy: PolicyBook, asOf: CalendarDate): Promise<Recognised> {
  const readAs = /^\d+$/.test(text) ? 'number' : 'name';
  const noNumber = `There is no member with the number ${text}`;
  const hits = lookup(view, text, CANDIDATES);
  if (hits.length === 0)
    return nothing(readAs, readAs === 'number' ? `${noNumber}.` : `No one matches “${text}”.`);
  const candidates: PayingMember[] = [];
  for (const { memberNo } of hits) {
    const id = await memberIdOf(view.reader, memberNo);
    if (id !== null) candidates.push(await payingMember(view.reader, id, policy, asOf, NOT_ASKED));
  }
  return {
    readAs,
    stub: null,
    candidates,
    message: readAs === 'number' ? `${noNumber}; these come near.` : null,
  };
}

function nothing(readAs: Recognised['readAs'], message: string | null): Recognised {
  return { readAs, stub: null, candidates: [], message };
}
