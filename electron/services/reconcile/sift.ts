import type { ReceiptSource } from '../../../shared/domain/receipts.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { ReadableDatabase } from '../../db/connection.ts';
import {
  type KnownReceipt,
  knownReceipts,
  knownReturns,
  type ReceiptPart,
} from '../../repositories/receipts.ts';
import type { MoneyLine, ReadLine } from './read-file.ts';

/** A line of money that is new, under the number that it is entered by once. */
export interface NewMoney {
  readonly kind: 'in' | 'back';
  readonly line: MoneyLine;
  readonly reference: string;
  /** What went back, where the file or the transaction's number says so. */
  readonly remittance: number | null;
}

/** A line that brings nothing new. */
export interface Aside {
  readonly kind: 'duplicate' | 'unpaid' | 'refused';
  readonly line: ReadLine;
  readonly why: string;
  /** What it repeats. */
  readonly remittance: number | null;
}

export type Sifted = NewMoney | Aside;

/**
 * Parts what is new from what was entered before or stands twice in the file, by transaction number. Several lines of one transaction are
 * its parts where each pays for something else; a number that comes again with another amount is refused, for one of the two is wrong.
 * @param unfinished the deposit that this very file is in part already: its lines are the file's own, not earlier ones
 */
export async function sift(
  db: ReadableDatabase,
  source: ReceiptSource,
  lines: readonly ReadLine[],
  unfinished: number | null,
): Promise<readonly Sifted[]> {
  const money = lines.filter((line) => line.kind === 'money');
  const numbers = [...new Set(money.flatMap(({ transaction, original }) => [transaction, original]))];
  const known = Map.groupBy(
    await knownReceipts(db, source, numbers, unfinished),
    ({ transaction }) => transaction,
  );
  const returns = await knownReturns(db, source, numbers, unfinished);
  const groups = Map.groupBy(
    money.filter(({ cents }) => cents > 0),
    ({ transaction }) => transaction,
  );
  const backs = new Map<string, MoneyLine>();
  const seen = new Map<string, MoneyLine[]>();
  return lines.map((line): Sifted => {
    if (line.kind !== 'money') return { kind: line.kind, line, why: line.why, remittance: null };
    if (line.cents < 0) {
      const earlier = backs.get(line.transaction);
      if (earlier === undefined) backs.set(line.transaction, line);
      return siftBack(line, earlier, returns.get(line.transaction), known);
    }
    const before = seen.get(line.transaction) ?? [];
    seen.set(line.transaction, [...before, line]);
    const entered = known.get(line.transaction) ?? [];
    if (entered.length > 0) return siftKnown(line, entered);
    return siftNew(line, before, groups.get(line.transaction)?.length ?? 1);
  });
}

function siftKnown(line: MoneyLine, entered: readonly KnownReceipt[]): Aside {
  const same = entered.find(
    (one) => one.cents === line.cents && agree(one.code, line.code) && agree(one.memberNo, line.memberNo),
  );
  if (same !== undefined)
    return {
      kind: 'duplicate',
      line,
      why: `Entered already: line ${same.row} of deposit ${same.deposit}.`,
      remittance: same.remittance,
    };
  const [first] = entered;
  const forWhom = (one: Pick<MoneyLine, 'code' | 'memberNo'> | undefined): string =>
    one === undefined || first?.cents !== line.cents ? '' : ` for ${partOf(one)}`;
  return {
    kind: 'refused',
    line,
    why: `Transaction ${line.transaction} was entered over ${displayCents(first?.cents ?? 0)}${forWhom(first)} (line ${first?.row} of deposit ${first?.deposit}); here it is over ${displayCents(line.cents)}${forWhom(line)}.`,
    remittance: null,
  };
}

/** What one of the two does not say does not set them apart. */
function agree(one: string, other: string): boolean {
  return one === other || one === '' || other === '';
}

function siftNew(line: MoneyLine, before: readonly MoneyLine[], inFile: number): Sifted {
  // Where nothing else is said, the stub tells two checks of one number, day and amount apart.
  const partIn = (one: MoneyLine): string => partOf(one) || one.stub;
  const part = partIn(line);
  const same = before.find((one) => partIn(one) === part);
  if (same === undefined) {
    const reference = inFile > 1 && part !== '' ? `${line.transaction} · ${part}` : line.transaction;
    return { kind: 'in', line, reference, remittance: null };
  }
  if (same.cents !== line.cents) return conflict(line, same);
  return {
    kind: 'duplicate',
    line,
    why: `Says the same as line ${same.row} of this file.`,
    remittance: null,
  };
}

function conflict(line: MoneyLine, other: MoneyLine): Aside {
  return {
    kind: 'refused',
    line,
    why: `Transaction ${line.transaction} stands in line ${other.row} too, over ${displayCents(other.cents)}; here it is over ${displayCents(line.cents)}.`,
    remittance: null,
  };
}

/** What sets a line apart from others of its transaction. */
function partOf({ code, memberNo }: Pick<MoneyLine, 'code' | 'memberNo'>): string {
  return [memberNo, code].filter((text) => text !== '').join(' ');
}

function siftBack(
  line: MoneyLine,
  earlier: MoneyLine | undefined,
  entered: { readonly deposit: number; readonly row: number; readonly cents: number } | undefined,
  known: ReadonlyMap<string, readonly KnownReceipt[]>,
): Sifted {
  if (entered !== undefined && entered.cents !== line.cents)
    return {
      kind: 'refused',
      line,
      why: `Of transaction ${line.transaction} ${displayCents(-entered.cents)} went back already (line ${entered.row} of deposit ${entered.deposit}); here it is ${displayCents(-line.cents)}.`,
      remittance: null,
    };
  if (entered !== undefined)
    return {
      kind: 'duplicate',
      line,
      why: `On record already: line ${entered.row} of deposit ${entered.deposit}.`,
      remittance: null,
    };
  if (earlier !== undefined)
    return earlier.cents === line.cents
      ? {
          kind: 'duplicate',
          line,
          why: `Says the same as line ${earlier.row} of this file.`,
          remittance: null,
        }
      : conflict(line, earlier);
  const parts = known.get(line.original === '' ? line.transaction : line.original) ?? [];
  return { kind: 'back', line, reference: line.transaction, remittance: partTaken(line, parts) };
}

/** Which part of a transaction went back, by amount and by whom and what it was for; null where that leaves several. */
export function partTaken(
  line: Pick<ReadLine, 'cents' | 'code' | 'memberNo'>,
  parts: readonly ReceiptPart[],
): number | null {
  const same = parts.filter(
    (one) =>
      one.cents === -(line.cents ?? 0) && agree(one.code, line.code) && agree(one.memberNo, line.memberNo),
  );
  const [own, ...others] = parts.length > 1 ? same : parts;
  return own === undefined || others.length > 0 ? null : own.remittance;
}
