import type { CertificationCode, PaymentMethod } from '../../../shared/domain/codes.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { ReceiptOutcome } from '../../../shared/domain/ledger.ts';
import type { PaymentPart } from '../../../shared/domain/payments.ts';
import type { AsideKind } from '../../../shared/domain/receipts.ts';
import { type JudgedLine, outcomeOf, whyOf } from './read.ts';

interface Planned {
  readonly row: number;
  readonly transaction: string;
  readonly method: PaymentMethod;
  readonly memberNo: string;
  readonly name: string;
  readonly code: CertificationCode | '';
  readonly why: string;
}

/** A line that brings money in, as it is going to be entered. Whole cents. */
export interface PlannedMoney extends Planned {
  readonly kind: 'in';
  /** In its deposit, from 1. */
  readonly position: number;
  /** The transaction's number, or a part of it: entered once. */
  readonly reference: string;
  readonly receivedOn: CalendarDate;
  readonly cents: number;
  /** The cheque's number, or the transaction's. */
  readonly paidBy: string;
  readonly outcome: ReceiptOutcome;
  readonly suggestedMember: number | null;
  /** What it pays; empty unless matched. */
  readonly parts: readonly PaymentPart[];
}

/** A line that brings no money in, as it is going to be kept. */
export interface PlannedAside extends Planned {
  readonly kind: AsideKind;
  readonly receivedOn: CalendarDate | null;
  readonly cents: number | null;
  /** What it repeats or took back, where that was entered before. */
  readonly remittance: number | null;
  /** The transaction of this file that it repeats or took back; null where none can be. */
  readonly original: string | null;
}

export type PlannedLine = PlannedMoney | PlannedAside;

/** What is going to be entered of a file: first what brings money in, in its order, then the rest, which may be about it. */
export function planLines(judged: readonly JudgedLine[]): readonly PlannedLine[] {
  const money = judged.flatMap((line) => plannedMoney(line) ?? []);
  const asides = judged.flatMap((line) => plannedAside(line) ?? []);
  return [...money.map((line, index) => ({ ...line, position: index + 1 })), ...asides];
}

function plannedMoney({ sifted, recognition, suggestedMember }: JudgedLine): PlannedMoney | null {
  if (sifted.kind !== 'in') return null;
  const { row, receivedOn, cents, method, memberNo, name, code, cheque, transaction } = sifted.line;
  return {
    ...{ kind: 'in', row, transaction, method, memberNo, name, code, receivedOn, cents, suggestedMember },
    position: 0,
    reference: sifted.reference,
    paidBy: cheque === '' ? transaction : cheque,
    outcome: recognition?.outcome ?? 'unmatched',
    why: whyOf(sifted, recognition),
    parts: recognition?.outcome === 'matched' ? recognition.parts : [],
  };
}

function plannedAside({ sifted, recognition }: JudgedLine): PlannedAside | null {
  const { row, receivedOn, cents, method, memberNo, name, code, transaction } = sifted.line;
  const kind = outcomeOf(sifted, recognition);
  if (kind === 'matched' || kind === 'doubtful' || kind === 'unmatched') return null;
  const named =
    sifted.line.kind === 'money' && sifted.line.original !== '' ? sifted.line.original : transaction;
  return {
    ...{ kind, row, transaction, method, memberNo, name, code, receivedOn, cents },
    why: whyOf(sifted, recognition),
    remittance: sifted.remittance,
    original: kind === 'back' || kind === 'duplicate' ? named : null,
  };
}
