import { resolve } from 'node:path';
import {
  caseName,
  type IntakePart,
  type IntakeSuggestion,
  type OpenCase,
  type PartState,
} from '../../../shared/domain/intake.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { documentPath } from '../../documents/store.ts';
import { copyWhole } from '../../platform/copy-whole.ts';
import { systemPageReader } from '../../platform/page-reader.ts';
import { partById } from '../../repositories/intake-parts.ts';
import { memberNumberOf, memberOfCase } from '../../repositories/open-cases.ts';
import { intakeParts, intakeSuggestions } from '../../services/intake/lists.ts';
import { assignPart, dismissPart, refusePart, undoPart } from '../../services/intake/queue.ts';
import { readAgain } from '../../services/intake/read-again.ts';
import { caseWords } from '../../services/intake/sentences.ts';
import type { Office } from '../../services/office.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, watchedWork, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';
import { idOf, needText, SHOWN } from './money-options.ts';

const STATES = {
  quarantine: 'quarantined',
  filed: 'filed',
  refused: 'refused',
  dismissed: 'dismissed',
} as const;

/** What is said of a list that holds nothing. */
const NONE = {
  waiting: 'No document waits in the queue.',
  quarantined: 'No document is in quarantine.',
  filed: 'No document is filed yet.',
  refused: 'No document was refused.',
  dismissed: 'No document was dismissed.',
} as const satisfies Partial<Record<PartState, string>>;

/** `intake queue [--quarantine | --filed | --refused | --dismissed] [--from N]` */
export async function queue(call: Call): Promise<CommandResult> {
  const asked = Object.entries(STATES).filter(([flag]) => call.flag(flag));
  if (asked.length > 1) throw new UsageError('name one list, not several');
  const state: keyof typeof NONE = asked[0]?.[1] ?? 'waiting';
  const offset = (call.number('from', 1) ?? 1) - 1;
  return withOffice(call, async (office) => {
    const { total, rows } = await intakeParts(office, { state, offset, limit: SHOWN });
    const open = state === 'waiting' || state === 'quarantined';
    const listed: (IntakePart & { readonly suggestions: readonly IntakeSuggestion[] })[] = [];
    for (const part of rows)
      listed.push({ ...part, suggestions: open ? await intakeSuggestions(office, part.part) : [] });
    const more = total - offset - rows.length;
    const lines = listed.map(({ suggestions, ...part }) => [
      partText(part),
      ...suggestions.map(suggestionText),
    ]);
    return {
      json: { total, rows: listed },
      text:
        rows.length === 0
          ? total === 0
            ? NONE[state]
            : `There are only ${total}.`
          : [...lines.flat(), ...(more > 0 ? [`and ${more} more: --from ${offset + SHOWN + 1}`] : [])].join(
              '\n',
            ),
    };
  });
}

/** `intake file N --member NUMBER [--case CASE]` */
export function file(call: Call): Promise<CommandResult> {
  const part = partOf(call);
  const [member, named] = [call.text('member'), call.text('case')];
  if (member === null && named === null)
    throw new UsageError('say for whom: --member NUMBER or --case "audit 12"');
  const to = named === null ? null : caseOf(named);
  const letIn = call.flag('let-in');
  if (letIn && to !== null)
    throw new UsageError('--let-in is for a member without an open case: leave --case out');
  if (!letIn && (call.text('reason') ?? call.text('approved-by')) !== null)
    throw new UsageError('--reason and --approved-by go with --let-in');
  const override = letIn
    ? { reason: needText(call, 'reason', 'in a few words why'), approvedBy: call.text('approved-by') }
    : null;
  return settled(call, async (office) => {
    const memberNo = member ?? (await ownerOf(office, to));
    return assignPart(office, { part, memberNo, case: to, override }, asOfDate(call));
  });
}

/** `intake refuse N --member NUMBER` */
export function refuse(call: Call): Promise<CommandResult> {
  const order = { part: partOf(call), memberNo: needText(call, 'member', 'the member’s number') };
  return settled(call, (office) => refusePart(office, order, asOfDate(call)));
}

/** `intake dismiss N --reason TEXT` */
export function dismiss(call: Call): Promise<CommandResult> {
  const order = { part: partOf(call), reason: needText(call, 'reason', 'in a few words why') };
  return settled(call, (office) => dismissPart(office, order, asOfDate(call)));
}

/** `intake undo N` */
export function undo(call: Call): Promise<CommandResult> {
  const part = partOf(call);
  return settled(call, (office) => undoPart(office, part, asOfDate(call)));
}

/** `intake retry N` */
export async function retry(call: Call): Promise<CommandResult> {
  const part = partOf(call);
  const reader = await systemPageReader();
  try {
    const { signal } = watchedWork(call);
    const parts = await withOffice(call, (office) => readAgain(office, reader, part, asOfDate(call), signal));
    return { json: parts, text: parts.map(partText).join('\n') };
  } finally {
    reader.close();
  }
}

/** `intake save N --out FILE` */
export async function save(call: Call): Promise<CommandResult> {
  const part = partOf(call);
  const out = resolve(needText(call, 'out', 'a file to write'));
  return withOffice(call, async (office) => {
    const known = await partById(office.reader, part);
    if (known === null) throw new StandingError('part-unknown', `There is no part ${part} of any document.`);
    await copyWhole(documentPath(office.folder, known.sha256), out);
    return { json: { file: out, sha256: known.sha256 }, text: `Written: ${out}` };
  });
}

async function settled(call: Call, act: (office: Office) => Promise<IntakePart>): Promise<CommandResult> {
  const part = await withOffice(call, act);
  return { json: part, text: partText(part) };
}

async function ownerOf(office: Office, to: Pick<OpenCase, 'kind' | 'id'> | null): Promise<string> {
  const owner = to === null ? null : await memberOfCase(office.reader, to);
  if (owner !== null) return memberNumberOf(office.reader, owner);
  throw new StandingError(
    'case-unknown',
    `There is no ${to === null ? 'such case' : caseName(to)}.`,
    'List the audits with audit case list, or name the member.',
  );
}

function partOf(call: Call): number {
  return idOf(call.words[0], 'a part');
}

/** @throws UsageError unless `audit N` or `application N` */
function caseOf(text: string): Pick<OpenCase, 'kind' | 'id'> {
  const [, kind, id] = /^(audit|application) ([1-9]\d{0,14})$/.exec(text.trim().toLowerCase()) ?? [];
  if (kind === 'audit' || kind === 'application') return { kind, id: Number(id) };
  throw new UsageError(`--case ${text} is not understood; write "audit 12" or "application 4"`);
}

function partText({
  part,
  name,
  firstPage,
  lastPage,
  pages,
  state,
  why,
  member,
  case: of,
  again,
}: IntakePart): string {
  const place =
    pages === null || pages === 1
      ? ''
      : firstPage === lastPage
        ? `, page ${firstPage} of ${pages}`
        : `, pages ${firstPage} to ${lastPage} of ${pages}`;
  const whose = member === null ? '' : ` for ${member.memberNo} ${member.name}`;
  const to = of === null ? '' : ` to ${caseName(of)} (${caseWords(of)})`;
  const came = again === 0 ? '' : ` Came again ${again === 1 ? 'once' : `${again} times`}.`;
  return `part ${part}  ${name}${place}: ${state}${whose}${to}${why === '' ? '.' : `. ${why}`}${came}`;
}

function suggestionText({ memberNo, name, codes, because, cases }: IntakeSuggestion): string {
  const open = cases.length === 0 ? 'no open case' : cases.map(caseName).join(', ');
  return `       perhaps ${memberNo} ${name} (${codes}): ${because}; ${open}`;
}
