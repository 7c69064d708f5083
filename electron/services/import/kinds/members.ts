import { foldText } from '../../../../shared/util/fold.ts';
import { remembered } from '../../../../shared/util/remembered.ts';
import {
  ADDRESS_COLUMNS,
  type AddressValues,
  type CurrentAddress,
  MEMBER_COLUMNS,
  type MemberStatements,
  type MemberValues,
  memberStatements,
} from '../../../db/import/members.ts';
import { addNewMembers } from '../../../db/import/new-members.ts';
import type { StagedValue } from '../../../db/import/staging.ts';
import { BadCell } from '../cells/cell.ts';
import { yesNo } from '../cells/choice.ts';
import { dateUpTo } from '../cells/date.ts';
import { readCountry, readState, readZip } from '../cells/place.ts';
import type { RowCells } from '../cells/row-cells.ts';
import { email, identifier, phone, text } from '../cells/text.ts';
import { changeBetween, type KindOfImport, type RowChange } from './kind.ts';

/**
 * What a row says of a member. For a member who is there already, a column that the file lacks says nothing; an empty
 * cell empties the field, except that it never undoes a death or somebody's wish to get no mail or e-mail.
 */
interface MemberRow {
  readonly memberNo: string;
  readonly values: Said<MemberValues>;
  readonly address: Said<AddressValues>;
}

/** Undefined: the file does not say. */
type Said<T> = { readonly [Field in keyof T]?: T[Field] | undefined };

const NEW_MEMBER: MemberValues = {
  first_name: '',
  middle_name: '',
  last_name: '',
  suffix: '',
  email: '',
  phone: '',
  mail_ok: 1,
  email_ok: 1,
  deceased_on: null,
};

const NO_ADDRESS: AddressValues = { address1: '', address2: '', city: '', state: '', zip: '', country: 'US' };

export const members: KindOfImport<MemberRow> = {
  kind: 'members',
  read: (cells, { today }) => ({
    memberNo: cells.need('member_no', identifier(32)),
    values: {
      first_name: cells.need('first_name', text(80)),
      middle_name: cells.take('middle_name', text(80)),
      last_name: cells.need('last_name', text(80)),
      suffix: cells.take('suffix', text(40)),
      email: cells.take('email', email),
      phone: cells.take('phone', phone),
      mail_ok: flag(cells.filled('mail_ok', yesNo)),
      email_ok: flag(cells.filled('email_ok', yesNo)),
      deceased_on: cells.filled('deceased_on', dateUpTo(today, 'lies in the future')),
    },
    address: readAddress(cells),
  }),
  key: (row) => row.memberNo,
  repeats: () => false,
  columns: {
    names: [...MEMBER_COLUMNS, ...ADDRESS_COLUMNS, 'sort_name'],
    values: ({ values, address }) => [
      ...MEMBER_COLUMNS.map((column) => values[column] ?? null),
      ...ADDRESS_COLUMNS.map((column) => address[column] ?? null),
      sortName(values),
    ],
    row: (memberNo, values) => ({
      memberNo,
      values: said<MemberValues>(MEMBER_COLUMNS, values),
      address: said<AddressValues>(ADDRESS_COLUMNS, values.slice(MEMBER_COLUMNS.length)),
    }),
  },
  target(db, _policy, { today }) {
    const statements = memberStatements(db.sqlite);
    return {
      check(row) {
        const found = find(statements, row);
        if (found === null) return 'added';
        return found.memberChange === null && found.addressChange === null ? 'unchanged' : 'updated';
      },
      apply(row, _key, importId) {
        const found = find(statements, row);
        if (found === null) {
          const values = overlaid(NEW_MEMBER, row.values);
          const id = statements.insert(row.memberNo, values, sortName(values), importId);
          const address = overlaid(NO_ADDRESS, row.address);
          if (!isEmpty(address)) statements.openAddress(id, address, today);
          return { outcome: 'added' };
        }
        const { id, values, address, current, memberChange, addressChange } = found;
        if (memberChange === null && addressChange === null) return { outcome: 'unchanged' };
        statements.update(id, values, sortName(values), importId);
        if (addressChange !== null) {
          if (current !== undefined) statements.closeAddress(current.id, today);
          if (!isEmpty(address)) statements.openAddress(id, address, today);
        }
        return { outcome: 'updated', change: joined(row.memberNo, memberChange, addressChange) };
      },
      addAll: (rows, importId) => addNewMembers(db.sqlite, rows, importId, today),
    };
  },
};

interface Found {
  readonly id: number;
  readonly values: MemberValues;
  readonly address: AddressValues;
  readonly current: CurrentAddress | undefined;
  readonly memberChange: RowChange | null;
  readonly addressChange: RowChange | null;
}

/** The member and what the row changes about it, or null for a new one. */
function find(statements: MemberStatements, row: MemberRow): Found | null {
  const member = statements.find(row.memberNo);
  if (member === undefined) return null;
  const { id, ...before } = member;
  const values = overlaid<MemberValues>(before, row.values);
  const current = statements.currentAddress(id);
  const { id: _id, valid_from: _from, ...had } = current ?? { id: 0, valid_from: '', ...NO_ADDRESS };
  const address = overlaid<AddressValues>(had, row.address);
  return {
    id,
    values,
    address,
    current,
    memberChange: changeBetween('member', before, values),
    addressChange: changeBetween('address', had, address),
  };
}

function joined(memberNo: string, ...changes: readonly (RowChange | null)[]): RowChange {
  const made = changes.filter((change) => change !== null);
  return {
    of: memberNo,
    before: Object.assign({}, ...made.map((change) => change.before)),
    after: Object.assign({}, ...made.map((change) => change.after)),
  };
}

function readAddress(cells: RowCells): Said<AddressValues> {
  const state = cells.take('state', text(60));
  const zip = cells.take('zip', identifier(20));
  const country = placed(cells, 'country', readCountry(cells.take('country', text(60)) ?? ''));
  const readableState = placed(cells, 'state', readState(state ?? '', country));
  const readableZip = placed(cells, 'zip', readZip(zip ?? '', readableState, country));
  return {
    address1: cells.take('address1', text(120)),
    address2: cells.take('address2', text(120)),
    city: cells.take('city', text(80)),
    state: state === undefined ? undefined : readableState,
    zip: zip === undefined ? undefined : readableZip,
    country: cells.has('country') ? country : undefined,
  };
}

function placed(cells: RowCells, column: string, value: string | BadCell): string {
  if (!(value instanceof BadCell)) return value;
  cells.refuse(column, value.message);
  return '';
}

/** A record with what the file says put over it. */
function overlaid<T extends object>(record: T, said: Said<T>): T {
  const result = { ...record };
  for (const field in record) {
    const value = said[field];
    if (value !== undefined) result[field] = value;
  }
  return result;
}

function flag(value: boolean | undefined): 0 | 1 | undefined {
  if (value === undefined) return undefined;
  return value ? 1 : 0;
}

function isEmpty({ address1, address2, city, state, zip }: AddressValues): boolean {
  return address1 === '' && address2 === '' && city === '' && state === '' && zip === '';
}

/** What `columns.values` staged, read back. */
function said<T extends object>(columns: readonly string[], values: readonly StagedValue[]): Said<T> {
  const entries = columns.map((column, index) => [column, values[index] ?? undefined]);
  // Each value comes from the field of its column.
  return Object.fromEntries(entries) as Said<T>;
}

function sortName(m: Said<MemberValues>): string {
  const parts = [m.last_name, m.first_name, m.middle_name, m.suffix].map((part) => foldName(part ?? ''));
  return parts.filter((part) => part !== '').join(' ');
}

const foldName = remembered(foldText, 10_000);
