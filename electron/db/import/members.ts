import type BetterSqlite3 from 'better-sqlite3';

/** A member as the import compares and writes it: the table's own columns. */
export interface MemberValues {
  readonly first_name: string;
  readonly middle_name: string;
  readonly last_name: string;
  readonly suffix: string;
  readonly email: string;
  readonly phone: string;
  readonly mail_ok: 0 | 1;
  readonly email_ok: 0 | 1;
  readonly deceased_on: string | null;
}

export interface AddressValues {
  readonly address1: string;
  readonly address2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
}

export const MEMBER_COLUMNS = [
  'first_name',
  'middle_name',
  'last_name',
  'suffix',
  'email',
  'phone',
  'mail_ok',
  'email_ok',
  'deceased_on',
] as const satisfies readonly (keyof MemberValues)[];

export const ADDRESS_COLUMNS = [
  'address1',
  'address2',
  'city',
  'state',
  'zip',
  'country',
] as const satisfies readonly (keyof AddressValues)[];

export interface CurrentAddress extends AddressValues {
  readonly id: number;
  readonly valid_from: string;
}

export interface MemberStatements {
  find(memberNo: string): (MemberValues & { readonly id: number }) | undefined;
  currentAddress(memberId: number): CurrentAddress | undefined;
  insert(memberNo: string, values: MemberValues, sortName: string, importId: number): number;
  update(id: number, values: MemberValues, sortName: string, importId: number): void;
  openAddress(memberId: number, values: AddressValues, from: string): void;
  /** The address ends; history keeps it. */
  closeAddress(id: number, to: string): void;
}

type Values = [...(string | number | null)[]];

export function memberStatements(sqlite: BetterSqlite3.Database): MemberStatements {
  const find = sqlite.prepare<[string], MemberValues & { id: number }>(
    `SELECT id, first_name, middle_name, last_name, suffix, email, phone, mail_ok, email_ok, deceased_on
     FROM member WHERE member_no = ?`,
  );
  const current = sqlite.prepare<[number], CurrentAddress>(
    `SELECT id, valid_from, address1, address2, city, state, zip, country
     FROM postal_address WHERE member_id = ? AND valid_to IS NULL`,
  );
  const insert = sqlite.prepare<Values>(
    `INSERT INTO member (member_no, first_name, middle_name, last_name, suffix, email, phone, mail_ok, email_ok,
       deceased_on, sort_name, import_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = sqlite.prepare<Values>(
    `UPDATE member SET first_name = ?, middle_name = ?, last_name = ?, suffix = ?, email = ?, phone = ?, mail_ok = ?,
       email_ok = ?, deceased_on = ?, sort_name = ?, import_id = ?,
       email_bad_reason = CASE WHEN email = ? THEN email_bad_reason END WHERE id = ?`,
  );
  const open = sqlite.prepare<Values>(
    `INSERT INTO postal_address (member_id, address1, address2, city, state, zip, country, valid_from)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const close = sqlite.prepare<[string, number]>(
    'UPDATE postal_address SET valid_to = max(?, valid_from) WHERE id = ?',
  );
  return {
    find: (memberNo) => find.get(memberNo),
    currentAddress: (memberId) => current.get(memberId),
    insert: (memberNo, values, sortName, importId) =>
      Number(insert.run(memberNo, ...row(values), sortName, importId).lastInsertRowid),
    update: (id, values, sortName, importId) =>
      update.run(...row(values), sortName, importId, values.email, id),
    openAddress: (memberId, a, from) =>
      open.run(memberId, a.address1, a.address2, a.city, a.state, a.zip, a.country, from),
    closeAddress: (id, to) => close.run(to, id),
  };
}

function row(v: MemberValues): readonly (string | number | null)[] {
  return [
    v.first_name,
    v.middle_name,
    v.last_name,
    v.suffix,
    v.email,
    v.phone,
    v.mail_ok,
    v.email_ok,
    v.deceased_on,
  ];
}
