import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ReceiptOutcome } from '../../../shared/domain/ledger.ts';
import { payableCents } from '../../../shared/domain/payment-share.ts';
import type { PayingMember, PaymentPart } from '../../../shared/domain/payments.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { memberOfCertificate } from '../../repositories/receipts.ts';
import { lookup } from '../lookup.ts';
import type { OfficeView } from '../office.ts';
import { duplicatesOf } from '../payments/duplicates.ts';
import { payingMember } from '../payments/paying-member.ts';
import { recognise } from '../payments/recognise.ts';
import { nameAgrees } from './name-agrees.ts';
import type { MoneyLine } from './read-file.ts';
import { partsFor } from './whose-parts.ts';

/** What a line is taken for. */
export interface Recognition {
  readonly outcome: ReceiptOutcome;
  readonly why: string;
  readonly member: PayingMember | null;
  /** What it pays; empty unless matched. */
  readonly parts: readonly PaymentPart[];
}

/** The lines of one file recognised one after the other: what an earlier one pays, a later one does not pay again unseen. */
export interface Recogniser {
  recognise(line: MoneyLine): Promise<Recognition>;
}

/** As many as are looked at for one name. */
const NAMESAKES = 6;

interface Desk {
  readonly view: Pick<OfficeView, 'reader' | 'resources'>;
  readonly policy: PolicyBook;
  readonly today: CalendarDate;
}

/** Whom the evidence of a line is about: the stub or the number. */
interface Evidence {
  readonly by: 'stub' | 'number';
  readonly member: PayingMember;
}

export function recogniser(desk: Desk): Recogniser {
  const paid = new Map<string, number>();
  return {
    async recognise(line) {
      const found = await recogniseOne(desk, line);
      if (found.outcome !== 'matched') return found;
      const keys = found.parts.map(({ memberNo, code }) => `${memberNo} ${code}`);
      const earlier = keys.map((key) => paid.get(key)).find((row) => row !== undefined);
      for (const key of keys) paid.set(key, paid.get(key) ?? line.row);
      const again = earlier === undefined ? await enteredAlready(desk, line, found) : null;
      if (earlier !== undefined)
        return doubtful(
          found.member,
          `Line ${earlier} of this file pays for the same certification of ${found.member?.name} already.`,
        );
      return again === null ? found : doubtful(found.member, again);
    },
  };
}

async function recogniseOne(desk: Desk, line: MoneyLine): Promise<Recognition> {
  const stub = line.stub === '' ? null : await recognise(desk.view, line.stub, desk.today);
  const ofStub = stub?.readAs === 'stub' ? (stub.candidates[0] ?? null) : null;
  const ofNumber = await memberOfNumber(desk, line.memberNo);
  if (ofStub !== null && ofNumber !== null && ofStub.memberNo !== ofNumber.memberNo)
    return doubtful(ofStub, `The stub is ${said(ofStub)}’s, but the number is ${said(ofNumber)}’s.`);
  const member = ofStub ?? ofNumber;
  if (member === null) return byName(desk, line, stub?.message ?? null);
  return confirmed(desk, line, { by: ofStub === null ? 'number' : 'stub', member });
}

/** The stub or the number is someone's: matched where the name agrees, and the money is plainly for something. */
async function confirmed(desk: Desk, line: MoneyLine, { by, member }: Evidence): Promise<Recognition> {
  if (line.name !== '' && !nameAgrees(line.name, member.name)) {
    const [own, ...others] = await namesakes(desk, line.name);
    const other = own !== undefined && others.length === 0 ? own : null;
    return doubtful(
      by === 'number' && other !== null ? other : member,
      `The ${by} is ${said(member)}’s, but the name is “${line.name}”${other === null ? '' : `, which is ${said(other)}’s`}.`,
    );
  }
  const found = partsFor(member, line);
  if ('doubt' in found) return doubtful(member, found.doubt);
  if (by === 'number' && line.name === '' && !found.exact)
    return doubtful(
      member,
      `The line has a number but no name to check it by, and ${displayCents(line.cents)} is not what ${said(member)} owes.`,
    );
  return { outcome: 'matched', why: overpaid(member, found.parts), member, parts: found.parts };
}

/** What of it is more than any fee can take now. */
function overpaid({ certifications }: PayingMember, parts: readonly PaymentPart[]): string {
  const over = parts.reduce((sum, { code, cents, recertification }) => {
    if (recertification === true) return sum;
    const one = certifications.find((certification) => certification.code === code);
    return sum + Math.max(0, cents - (one === undefined ? 0 : payableCents(one)));
  }, 0);
  return over === 0 ? '' : `${displayCents(over)} of it stays as credit.`;
}

/** Neither stub nor number is anyone's: at best the name tells whose it may be. */
async function byName(desk: Desk, line: MoneyLine, unread: string | null): Promise<Recognition> {
  const numberless =
    line.stub !== '' && unread !== null
      ? unread.replace(/:.*$/, '')
      : line.memberNo === ''
        ? 'The line has no number'
        : `No member has the number ${line.memberNo}`;
  if (line.name === '')
    return { outcome: 'unmatched', why: `${numberless}, and no name.`, member: null, parts: [] };
  const same = await namesakes(desk, line.name);
  const owing = same.filter(({ owedCents }) => owedCents === line.cents);
  const [one] = same.length === 1 ? same : owing.length === 1 ? owing : [];
  if (one !== undefined) {
    const among =
      same.length === 1 ? 'the name is' : `of ${same.length} with this name, the one who owes as much is`;
    return doubtful(one, `${numberless}; ${among} ${said(one)}.`);
  }
  if (same.length > 1)
    return {
      outcome: 'unmatched',
      why: `${numberless}, and ${same.length < NAMESAKES ? same.length : 'many'} members are called “${line.name}”.`,
      member: null,
      parts: [],
    };
  const near = lookup(desk.view, line.name, 2);
  const [hit] = near;
  const member = hit === undefined || near.length > 1 ? null : await memberOfNumber(desk, hit.memberNo);
  if (member !== null)
    return doubtful(member, `${numberless}; ${said(member)} comes near the name “${line.name}”.`);
  return {
    outcome: 'unmatched',
    why: `${numberless}, and no member is called “${line.name}”.`,
    member: null,
    parts: [],
  };
}

/** Whoever has the name, as lookups find them. */
async function namesakes(desk: Desk, name: string): Promise<readonly PayingMember[]> {
  const hits = lookup(desk.view, name, NAMESAKES).filter((hit) => nameAgrees(name, hit.name));
  const members: PayingMember[] = [];
  for (const { memberNo } of hits) {
    const member = await memberOfNumber(desk, memberNo);
    if (member !== null) members.push(member);
  }
  return members;
}

/** By member number, however spaced, or by certificate number. */
async function memberOfNumber({ view, policy, today }: Desk, written: string): Promise<PayingMember | null> {
  if (written === '') return null;
  const bare = written.replace(/^#|[\s-]/g, '').replace(/^0+(?=\d)/, '');
  const { reader } = view;
  const id =
    (await memberIdOf(reader, written)) ??
    (bare === written ? null : await memberIdOf(reader, bare)) ??
    (await memberOfCertificate(reader, written));
  return id === null ? null : payingMember(reader, id, policy, today, NOT_ASKED);
}

const NOT_ASKED: ReadonlyMap<string, number> = new Map();

/** The same cheque entered by hand, or the same payment imported with the office's history. */
async function enteredAlready(
  { view }: Desk,
  line: MoneyLine,
  { member }: Recognition,
): Promise<string | null> {
  const id = member === null ? null : await memberIdOf(view.reader, member.memberNo);
  const [warning] = await duplicatesOf(
    { db: view.reader },
    {
      reference: line.cheque === '' ? line.transaction : line.cheque,
      amountCents: line.cents,
      receivedOn: line.receivedOn,
      payer: line.name,
    },
    new Set(id === null ? [] : [id]),
  );
  return warning?.text ?? null;
}

function doubtful(member: PayingMember | null, why: string): Recognition {
  return { outcome: 'doubtful', why, member, parts: [] };
}

function said({ name, memberNo }: PayingMember): string {
  return `${name} (${memberNo})`;
}
