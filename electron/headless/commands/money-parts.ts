import type { PaymentPart } from '../../../shared/domain/payments.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { Office } from '../../services/office.ts';
import { recognise } from '../../services/payments/recognise.ts';
import { recordsOfMember } from '../../services/standing.ts';
import type { Call } from '../call.ts';
import { asOfDate } from '../command.ts';
import { UsageError } from '../usage.ts';
import { dateOrNone, type MemberWord, memberWord } from './money-options.ts';

/**
 * The parts of a cheque as `--member` and `--stub` name them. Where a member has one certification its code may be left out, and the
 * last part without an amount takes what is left.
 * @throws UsageError, StandingError `member-unknown`, `certification-unclear`, `stub-unread`
 */
export async function partsOf(
  office: Office,
  call: Call,
  amountCents: number,
): Promise<readonly PaymentPart[]> {
  const words = call.list('member').map(memberWord);
  const stub = call.text('stub');
  const year = dateOrNone(call, 'year');
  const recertification = call.flag('recertification');
  if (stub !== null && words.length > 0)
    throw new UsageError('--stub and --member both say whom it is from; give one of them');
  if (stub !== null) return ofStub(office, stub, amountCents, asOfDate(call));
  if (year !== null && words.length !== 1) throw new UsageError('--year goes with exactly one --member');
  if (words.filter(({ cents }) => cents === null).length > 1)
    throw new UsageError('only one --member may go without an amount; it takes what the others leave');
  const named = words.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  const parts: PaymentPart[] = [];
  for (const word of words) {
    const cents = word.cents ?? amountCents - named;
    if (cents <= 0)
      throw new UsageError(
        `nothing is left for --member ${word.memberNo}: the others come to ${displayCents(named)}`,
      );
    const code = await codeFor(office, word, call);
    parts.push({ memberNo: word.memberNo, code, cents, yearStart: year, recertification });
  }
  return parts;
}

async function codeFor(
  office: Office,
  { memberNo, code }: MemberWord,
  call: Call,
): Promise<PaymentPart['code']> {
  if (code !== null) return code;
  const codes = (await recordsOfMember(office, memberNo, asOfDate(call))).map((record) => record.code);
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return only;
  throw new StandingError(
    'certification-unclear',
    `Member ${memberNo} has ${codes.length === 0 ? 'no certification' : `several certifications: ${codes.join(', ')}`}.`,
    codes.length === 0 ? 'Import the certifications first.' : `Say which, such as ${memberNo}:${only}.`,
  );
}

/** What the stub asks for each certification, as far as the money goes; more than that goes with the first. */
async function ofStub(
  office: Office,
  text: string,
  amountCents: number,
  asOf: string,
): Promise<readonly PaymentPart[]> {
  const { readAs, stub, candidates, message } = await recognise(office, text, asOf);
  const [member] = candidates;
  if (readAs !== 'stub' || stub === null || member === undefined)
    throw new StandingError(
      'stub-unread',
      message ?? `${text} is no code of a stub.`,
      'Give --member instead.',
    );
  const parts: PaymentPart[] = [];
  let left = amountCents;
  for (const { code, askedCents } of member.certifications) {
    const cents = Math.min(left, askedCents ?? 0);
    if (cents === 0) continue;
    parts.push({ memberNo: member.memberNo, code, cents, yearStart: null });
    left -= cents;
  }
  return parts.map((part, index) => (index === 0 ? { ...part, cents: part.cents + left } : part));
}
