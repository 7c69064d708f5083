import { join } from 'node:path';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { PaperKind } from '../../../shared/domain/ledger.ts';
import type { Period, PrintedPaper } from '../../../shared/domain/reports.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { keepFile } from '../../documents/store.ts';
import { type FittedAddress, fitAddress } from '../../printing/address/fit-address.ts';
import { type EnvelopeProfile, parseEnvelope } from '../../printing/envelope/profile.ts';
import { LEFT, RIGHT } from '../../printing/letter/styles.ts';
import { type AccountPaper, accountPages } from '../../printing/papers/account-paper.ts';
import { printPages } from '../../printing/print-pages.ts';
import { loadLetterFonts } from '../../printing/type/face.ts';
import { memberIdOf } from '../../repositories/facts.ts';
import { paymentsById, paymentsOfRemittances } from '../../repositories/ledger-payments.ts';
import { addPaper } from '../../repositories/papers.ts';
import { recipients } from '../../repositories/renewal-candidates.ts';
import type { Office } from '../office.ts';
import { refuseOwnFile } from '../own-files.ts';
import { depositView } from '../payments/deposits.ts';
import { officeProfile } from '../profile.ts';
import { officeStationery, shippedEnvelope } from '../stationery.ts';
import { memberStatement } from './statement.ts';

type Body = Omit<AccountPaper, 'office' | 'envelope' | 'address'>;

/**
 * Prints a member's statement of a period. The very PDF is kept.
 * @throws StandingError `member-unknown`, `period-reversed`, `office-file`, `office-address`, and what the disk refuses
 */
export async function printStatement(
  office: Office,
  request: { readonly memberNo: string; readonly outFile: string } & Period,
): Promise<PrintedPaper> {
  const statement = await memberStatement(office, request.memberNo, request);
  const { from, to, memberNo, openingCents, closingCents, lines } = statement;
  // Asked for from before there were members: everything there is.
  const whole = from < '1930-01-01';
  const body: Body = {
    title: whole
      ? `Statement to ${displayDate(to)}`
      : `Statement from ${displayDate(from)} to ${displayDate(to)}`,
    facts: [
      ['Member number', memberNo],
      [closingCents < 0 ? 'Credit' : 'Owed', displayCents(Math.abs(closingCents))],
      ...statement.certifications.map(({ code, status }) => [code, STATUSES[status]] as const),
    ],
    columns: [
      { head: 'Date', x: LEFT, align: 'left' },
      { head: 'What', x: LEFT + 96, align: 'left' },
      { head: 'For', x: LEFT + 290, align: 'left' },
      { head: 'Amount', x: LEFT + 420, align: 'right' },
      { head: 'Balance', x: RIGHT, align: 'right' },
    ],
    rows: [
      ...(whole ? [] : [[displayDate(from), 'Balance before', '', '', displayCents(openingCents)]]),
      ...lines.map(({ on, text, code, cents, balanceCents }) => [
        displayDate(on),
        text.length > 40 ? `${text.slice(0, 39)}…` : text,
        code,
        displayCents(cents),
        displayCents(balanceCents),
      ]),
    ],
    sums: [[closingCents < 0 ? 'Held as credit' : 'Owed', displayCents(Math.abs(closingCents))]],
    notes: ['A balance below zero is credit. Annual fees are owed in the month of the anniversary.'],
  };
  const memberId = await memberIdOf(office.reader, memberNo);
  return print(office, body, { kind: 'statement', memberId, subjectId: memberNo }, request.outFile);
}

const STATUSES = { active: 'Active', due: 'Due', 'past-due': 'Past due', lapsed: 'Lapsed' } as const;

/**
 * Prints the receipt of a payment; for one that came with others on a cheque, of that member's part. The very PDF is kept.
 * @throws StandingError `payment-unknown`, `payment-reversed`, `office-file`, and what the disk refuses
 */
export async function printReceipt(
  office: Office,
  request: { readonly payment: number; readonly outFile: string },
): Promise<PrintedPaper> {
  const [found] = await paymentsById(office.reader, [request.payment]);
  if (found === undefined)
    throw new StandingError(
      'payment-unknown',
      `There is no payment ${request.payment}.`,
      'See “payments list MEMBER_NO” for the numbers.',
    );
  if (found.reversal !== null)
    throw new StandingError(
      'payment-reversed',
      `Payment ${request.payment} was taken back on ${displayDate(found.reversal.on)} (${found.reversal.reason}), so there is nothing to receipt.`,
      'Print the receipt of the payment that took its place.',
    );
  const together =
    found.remittance === null
      ? [found]
      : (await paymentsOfRemittances(office.reader, [found.remittance])).filter(
          ({ memberId, reversal }) => memberId === found.memberId && reversal === null,
        );
  const total = together.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const credit = together.reduce((sum, { creditCents }) => sum + creditCents, 0);
  const body: Body = {
    title: 'Receipt',
    facts: [
      ['Member number', found.memberNo],
      ['Received', displayDate(found.receivedOn)],
      ['How', `${METHODS[found.method]} ${found.reference}`.trim()],
      ['Amount', displayCents(total)],
    ],
    columns: [
      { head: 'For', x: LEFT, align: 'left' },
      { head: 'Certification year', x: LEFT + 80, align: 'left' },
      { head: 'Amount', x: RIGHT, align: 'right' },
    ],
    rows: together.flatMap(({ code, allocations, recertifications, creditCents }) => [
      ...allocations
        .filter(({ releasedOn }) => releasedOn === null)
        .map(({ yearStart, amountCents }) => [
          code,
          `from ${displayDate(yearStart)}`,
          displayCents(amountCents),
        ]),
      ...recertifications
        .filter(({ releasedOn }) => releasedOn === null)
        .map(({ amountCents }) => [code, 'recertification', displayCents(amountCents)]),
      ...(creditCents > 0 ? [[code, 'held as credit', displayCents(creditCents)]] : []),
    ]),
    sums: [['Received with thanks', displayCents(total)]],
    notes: credit > 0 ? ['Credit is put to the next annual fee when you tell us so.'] : [],
  };
  const about = { kind: 'receipt', memberId: found.memberId, subjectId: String(request.payment) } as const;
  return print(office, body, about, request.outFile);
}

const METHODS = { cheque: 'Check', card: 'Card', cash: 'Cash', online: 'Online' } as const;

/**
 * Prints what goes to the bank with a deposit: each cheque and the cash, with count and total. The very PDF is kept.
 * @throws StandingError `deposit-unknown`, `office-file`, and what the disk refuses
 */
export async function printDepositSlip(
  office: Office,
  request: { readonly deposit: number; readonly outFile: string },
): Promise<PrintedPaper> {
  const view = await depositView(office, request.deposit);
  const live = view.entries.filter(({ reversal }) => reversal?.kind !== 'mis-keyed');
  const sum = (method: string) =>
    live
      .filter((entry) => entry.method === method)
      .reduce((cents, { amountCents }) => cents + amountCents, 0);
  const body: Body = {
    title: `Deposit ${view.deposit}`,
    facts: [
      ['Opened', displayDate(view.openedOn)],
      ['Closed', view.closedOn === null ? 'not yet' : displayDate(view.closedOn)],
      ['Items', live.length.toLocaleString('en-US')],
      ['Total', displayCents(view.enteredCents)],
    ],
    columns: [
      { head: 'No.', x: LEFT + 20, align: 'right' },
      { head: 'Number', x: LEFT + 40, align: 'left' },
      { head: 'How', x: LEFT + 150, align: 'left' },
      { head: 'Member', x: LEFT + 220, align: 'left' },
      { head: 'Amount', x: RIGHT, align: 'right' },
    ],
    rows: live.map(({ position, reference, method, amountCents, payments, payer }) => [
      String(position),
      reference,
      METHODS[method],
      [...new Set(payments.filter(({ reversal }) => reversal === null).map(({ memberNo }) => memberNo))]
        .slice(0, 4)
        .join(', ') || payer.slice(0, 40),
      displayCents(amountCents),
    ]),
    sums: [
      ['Checks', displayCents(sum('cheque'))],
      ['Cash', displayCents(sum('cash'))],
      ['All together', displayCents(view.enteredCents)],
    ],
    notes: [],
  };
  const about = { kind: 'deposit-slip', memberId: null, subjectId: String(view.deposit) } as const;
  return print(office, body, about, request.outFile);
}

interface About {
  readonly kind: PaperKind;
  readonly memberId: number | null;
  readonly subjectId: string;
}

async function print(office: Office, body: Body, about: About, outFile: string): Promise<PrintedPaper> {
  refuseOwnFile(outFile);
  const issuedOn = office.clock.today();
  const profile = await officeProfile(office);
  const { envelope: id } = await officeStationery(office);
  const envelope = parseEnvelope(shippedEnvelope(office.resources, id), `${id}.json`);
  const address = about.memberId === null ? null : await addressOf(office, about.memberId, envelope);
  const paper: AccountPaper = { ...body, office: profile, envelope, address };
  const fontsDir = join(office.resources, 'fonts');
  const words = wordsOf(body.title, profile.name, about.subjectId, issuedOn);
  const printed = await printPages({ words, fontsDir, outFile }, accountPages(paper));
  await keepFile(office.folder, outFile);
  await office.act(async (write) => {
    await addPaper(write, { ...about, sha256: printed.sha256, issuedOn });
    write.journal({
      action: `${about.kind}.printed`,
      subject: about.memberId === null ? 'deposit' : 'office',
      subjectId: about.subjectId,
      detail: { sha256: printed.sha256 },
    });
  });
  return { file: outFile, ...printed };
}

function wordsOf(title: string, author: string, subjectId: string, dated: CalendarDate) {
  return { title: `${title}, ${subjectId}`, author, subject: title, language: 'en-US', dated };
}

/** The address as the window shows it; null where there is none that fits. */
async function addressOf(
  office: Office,
  memberId: number,
  envelope: EnvelopeProfile,
): Promise<FittedAddress | null> {
  const recipient = (await recipients(office.reader, { ids: [memberId] })).get(memberId);
  if (recipient === undefined || recipient.address === null) return null;
  const { plain } = loadLetterFonts(join(office.resources, 'fonts'));
  const fitted = fitAddress(recipient.name, recipient.address, envelope, (text, size) =>
    plain.width(text, size),
  );
  return 'held' in fitted ? null : fitted;
}
