import {
  type AddressToFind,
  RETURN_REASONS,
  type ReturnedLetter,
  type ReturnedRow,
  type ReturnReason,
} from '../../../shared/domain/returned-mail.ts';
import { displayDate, isCalendarDate } from '../../../shared/util/dates.ts';
import { addressesToFind, returnedRows } from '../../repositories/returned-mail.ts';
import { confirmAddress, recordReturned, undoReturned } from '../../services/mail/returned.ts';
import { letterNamed } from '../../services/mail/returned-letter.ts';
import type { Office } from '../../services/office.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { UsageError } from '../usage.ts';

const ALL = 1_000_000;

/** `mail returned [CODE | RUN SHEET | MEMBER_NO] [--reason R] [--note TEXT] [--on DATE] [--undo]` */
export async function returned(call: Call): Promise<CommandResult> {
  const text = call.words.join(' ');
  if (text === '') return withOffice(call, listed);
  if (call.flag('undo')) {
    const letter = await withOffice(call, async (office) => {
      const { run, sheet } = await letterNamed(office, text);
      return undoReturned(office, run, sheet);
    });
    return { json: letter, text: `${nameOf(letter)} is no longer noted as returned.` };
  }
  const reason = reasonOf(call.text('reason'));
  const on = call.text('on') ?? asOfDate(call);
  if (!isCalendarDate(on)) throw new UsageError(`--on ${on} is no date; write an existing one as YYYY-MM-DD`);
  const letter = await withOffice(call, (office) =>
    recordReturned(office, { text, reason, note: call.text('note') ?? '', on }),
  );
  return { json: letter, text: said(letter) };
}

/** `mail find` */
export async function find(call: Call): Promise<CommandResult> {
  const { rows } = await withOffice(call, ({ reader }) => addressesToFind(reader, 0, ALL));
  return {
    json: rows,
    text:
      rows.length === 0
        ? 'Every address on record can be used.'
        : [
            `${rows.length === 1 ? '1 member' : `${rows.length} members`} without a usable address:`,
            ...rows.map(findLine),
          ].join('\n'),
  };
}

/** `mail confirm MEMBER_NO` */
export async function confirm(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  await withOffice(call, (office) => confirmAddress(office, memberNo));
  return { json: { memberNo }, text: `The address of member ${memberNo} is right: post goes there again.` };
}

async function listed({ reader }: Office): Promise<CommandResult> {
  const { rows } = await returnedRows(reader, 0, ALL);
  return {
    json: rows,
    text: rows.length === 0 ? 'No post is noted as returned.' : rows.map(returnedLine).join('\n'),
  };
}

function reasonOf(text: string | null): ReturnReason {
  const known = RETURN_REASONS.map(({ id }) => id).join(', ');
  if (text === null) throw new UsageError(`mail returned needs --reason, one of: ${known}`);
  const reason = RETURN_REASONS.find(({ id }) => id === text);
  if (reason === undefined) throw new UsageError(`--reason ${text} is not known; reasons are: ${known}`);
  return reason.id;
}

function said(letter: ReturnedLetter): string {
  if (!letter.sentToCurrent) {
    return `${nameOf(letter)} came back; the member has had another address since, which stays as it is.`;
  }
  const next = letter.canBeEmailed
    ? 'the next notice goes by e-mail'
    : 'the next notice is held until there is an address';
  return `${nameOf(letter)} came back: the address is marked as bad (${letter.badReason ?? ''}), ${next}.`;
}

function nameOf({ run, sheet, memberName, memberNo }: ReturnedLetter): string {
  return `Sheet ${sheet} of run ${run}, ${memberName} (${memberNo}),`;
}

function returnedLine({ returnedOn, run, sheet, memberNo, memberName, reason }: ReturnedRow): string {
  return `${displayDate(returnedOn)}  run ${run} sheet ${sheet}  ${memberNo} ${memberName}: ${reason}`;
}

function findLine({ memberNo, memberName, badReason, returnedOn, phone, email }: AddressToFind): string {
  const reach = [phone, email].filter((part) => part !== '').join(', ');
  const since = returnedOn === null ? '' : ` since ${displayDate(returnedOn)}`;
  return `  ${memberNo} ${memberName}: ${badReason ?? 'no address'}${since}${reach === '' ? '' : `; ${reach}`}`;
}
