import { hasCardNumber } from '../../../shared/domain/card-number.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { MoveRow } from '../../../shared/domain/moves.ts';
import type { PostalAddress } from '../../../shared/domain/notice.ts';
import { displayDate, isCalendarDate } from '../../../shared/util/dates.ts';
import { foldText } from '../../../shared/util/fold.ts';
import { isDomestic } from '../../printing/address/states.ts';
import type { AddressedMember } from '../../repositories/moves.ts';
import { BadCell } from '../import/cells/cell.ts';
import { readState, readZip } from '../import/cells/place.ts';
import type { AnswerRow } from './read-answer.ts';

// NCOALink return codes that tell of a move without a new address in the United States.
const LEFT_NO_ADDRESS: Readonly<Record<string, string>> = {
  '02': 'moved, left no forwarding address',
  MLNA: 'moved, left no forwarding address',
  '03': 'box closed, no forwarding order',
  BCNO: 'box closed, no forwarding order',
};
const FOREIGN = new Set(['01', 'FM', 'FOREIGN']);

export interface JudgeContext {
  readonly today: CalendarDate;
  /** When the addresses were exported, where the row does not say so. */
  readonly exportedOn: CalendarDate | null;
}

/** What a row of a vendor's answer comes to for its member; null where there is no such member. */
export function judgeRow(row: AnswerRow, member: AddressedMember | null, context: JudgeContext): MoveRow {
  const memberNo = row.cell('member_no');
  const code = row.cell('code');
  const moveDate = row.cell('move_date');
  const before = member?.address ?? null;
  const base = {
    row: row.row,
    memberNo,
    memberName: member?.name ?? '',
    before: before === null ? null : bare(before),
    moveDate,
    code,
    settles: false,
    after: null,
  };
  const rejected = (why: string): MoveRow => ({ ...base, outcome: 'rejected', why });
  if (memberNo === '') return rejected('the row has no member number');
  if (member === null) return rejected(`there is no member ${memberNo}`);
  if (member.deceasedOn !== null) return rejected(`the member died on ${displayDate(member.deceasedOn)}`);
  const given = ['new_address1', 'new_address2', 'new_city', 'new_state', 'new_zip'] as const;
  const none = given.every((field) => row.cell(field) === '');
  const bad = LEFT_NO_ADDRESS[code.toUpperCase()];
  if (none && bad === undefined && !FOREIGN.has(code.toUpperCase()))
    return { ...base, outcome: 'same', why: '' };
  const after = none ? null : newAddress(row);
  // Before the dates: an answer that was applied already is no conflict with itself.
  if (before !== null && after !== null && typeof after !== 'string' && sameAddress(before, after))
    return { ...base, outcome: 'same', why: '' };
  const refusal = refuseForDate(row, before, context);
  if (refusal !== null) return rejected(refusal);
  if (FOREIGN.has(code.toUpperCase()))
    return rejected('the member moved abroad, and the vendor gives no address there');
  if (before !== null && !isDomestic(before.country)) return rejected('our address is abroad');
  if (after === null) {
    if (before === null || before.badReason !== null) return { ...base, outcome: 'same', why: '' };
    return { ...base, outcome: 'bad', why: bad ?? '' };
  }
  if (typeof after === 'string') return rejected(after);
  return { ...base, outcome: 'move', after, why: '', settles: before !== null && before.badReason !== null };
}

function refuseForDate(
  row: AnswerRow,
  before: AddressedMember['address'],
  { today, exportedOn }: JudgeContext,
): string | null {
  const own = row.cell('exported_on');
  if (own !== '' && !isCalendarDate(own)) return `exported_on “${own}” is no date (YYYY-MM-DD)`;
  const asked = own === '' ? exportedOn : own;
  if (asked === null) return 'it is not known when the addresses were exported; give the date';
  if (asked > today)
    return `the addresses cannot have been exported on ${displayDate(asked)}, which is still to come`;
  if (before !== null && before.validFrom > asked)
    return `our address is from ${displayDate(before.validFrom)}, newer than the export of ${displayDate(asked)}`;
  const moved = monthOfMove(row.cell('move_date'));
  if (moved === undefined) return `move date “${row.cell('move_date')}” is no date`;
  if (moved !== null && moved > today.slice(0, 7)) return 'the move is still to come';
  return null;
}

/** The month of a move, `YYYY-MM`; null where none is given, undefined for what is no date. */
function monthOfMove(text: string): string | null | undefined {
  if (text === '') return null;
  const us = /^(\d{1,2})\/(?:\d{1,2}\/)?(\d{4})$/.exec(text);
  const iso = /^(\d{4})-?(\d{2})(?:-?\d{2})?$/.exec(text);
  const [year, month] = us === null ? [iso?.[1], iso?.[2]] : [us[2], us[1]?.padStart(2, '0')];
  const first = `${year}-${month}-01`;
  return isCalendarDate(first) ? first.slice(0, 7) : undefined;
}

/** The new address of a row, or why it cannot be taken. */
function newAddress(row: AnswerRow): PostalAddress | string {
  const address1 = row.cell('new_address1');
  const city = row.cell('new_city');
  if (address1 === '' || city === '') return 'the new address is not complete';
  const address2 = row.cell('new_address2');
  if ([address1, address2, city].some((text) => text.length > 120))
    return 'the new address is longer than 120 characters';
  if ([address1, address2, city].some(hasCardNumber)) return 'the new address looks like a card number';
  const state = readState(row.cell('new_state'), 'US');
  if (state instanceof BadCell || state === '') return `the new state “${row.cell('new_state')}” is none`;
  const plus4 = row.cell('new_zip4');
  const zip = readZip(
    `${row.cell('new_zip')}${plus4 === '' || row.cell('new_zip').includes('-') ? '' : `-${plus4}`}`,
    state,
    'US',
  );
  if (zip instanceof BadCell || zip === '') return `the new ZIP “${row.cell('new_zip')}” is none`;
  return { address1, address2, city, state, zip, country: 'US' };
}

function bare({ address1, address2, city, state, zip, country }: PostalAddress): PostalAddress {
  return { address1, address2, city, state, zip, country };
}

/** Capitals, dots and spaces make no other address; a ZIP+4 that we lack does. */
function sameAddress(before: PostalAddress, after: PostalAddress): boolean {
  const street = (one: PostalAddress) => foldText(`${one.address1} ${one.address2} ${one.city} ${one.state}`);
  return street(before) === street(after) && before.zip === after.zip;
}
