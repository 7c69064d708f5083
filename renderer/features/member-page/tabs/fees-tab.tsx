import { useState } from 'react';
import type { CertificationCode } from '../../../../shared/domain/codes.ts';
import type { FeeDetail, MemberFees } from '../../../../shared/domain/fees.ts';
import type { FeeYear, MemberPage } from '../../../../shared/domain/member-page.ts';
import type { PaymentEntry } from '../../../../shared/domain/payments.ts';
import { displayCents } from '../../../../shared/util/money.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { Link } from '../../../app/navigation.tsx';
import { PaperDialog } from '../../../app/papers/paper-dialog.tsx';
import { RefundDialog } from '../../../app/refunds/refund-dialog.tsx';
import { Button } from '../../../components/button.tsx';
import { PlainTable } from '../../../components/plain-table.tsx';
import { shortDate } from '../../../components/short-date.ts';
import { StatusMark } from '../../../components/status.tsx';
import { feeMark, yearName } from '../timeline/fee-mark.ts';
import { actionsFor, FEE_ACTION_WORDS } from './fee-actions.ts';
import { type ChosenFee, FeeDialog } from './fee-dialog.tsx';
import { FeeSummary } from './fee-summary.tsx';
import { PapersList } from './papers-list.tsx';
import { PaymentsList } from './payments-list.tsx';
import './fees-tab.css';

interface FeeRow {
  readonly code: CertificationCode;
  readonly year: FeeYear;
  readonly asOf: string;
  /** null where it was never invoiced. */
  readonly fee: FeeDetail | undefined;
}

/** How far each certification is billed and paid, every annual fee with what was done to it, and every payment, newest first. */
export function FeesTab({ page }: { readonly page: MemberPage }) {
  const { memberNo } = page;
  const fees = useAsk('fees.ofMember', { memberNo });
  const payments = useAsk('payments.ofMember', { memberNo });
  const [chosen, setChosen] = useState<ChosenFee | null>(null);
  const [refunded, setRefunded] = useState<PaymentEntry | null>(null);
  const [receipt, setReceipt] = useState<number | null>(null);
  const rows = page.certifications
    .flatMap(({ code, feeYears, standing }) =>
      feeYears
        .filter(upToNext)
        .map((year): FeeRow => ({ code, year, asOf: standing.asOf, fee: feeOf(fees.data, code, year) })),
    )
    .sort((a, b) => b.year.dueOn.localeCompare(a.year.dueOn));
  return (
    <>
      <div className="fees-tab__head">
        {fees.data === undefined ? null : <FeeSummary certifications={fees.data.certifications} />}
        <Link to={`/payments?tab=statement&member=${encodeURIComponent(memberNo)}`}>Statement</Link>
      </div>
      <div className="two-tables fees-tab__tables">
        <section aria-labelledby="annual-fees">
          <h3 id="annual-fees">Annual fees</h3>
          <PlainTable
            label="Annual fees"
            rows={rows}
            rowKey={({ code, year }) => `${code} ${year.yearStart}`}
            columns={[
              { header: 'For', cell: ({ code }) => code },
              { header: 'Year', cell: ({ year }) => yearName(year.yearStart) },
              { header: 'Due', cell: ({ year }) => shortDate(year.dueOn) },
              { header: 'Amount', cell: ({ year }) => displayCents(year.amountCents), align: 'end' },
              { header: 'Paid', cell: ({ year }) => displayCents(year.paidCents), align: 'end' },
              { header: 'State', cell: (row) => <FeeState row={row} />, wide: true },
              {
                header: 'Change',
                cell: ({ code, year, fee }) =>
                  fees.data === undefined ? null : (
                    <span className="fee-actions">
                      {actionsFor(year, fee).map((action) => (
                        <Button
                          key={action}
                          look="quiet"
                          onClick={() =>
                            setChosen({
                              action,
                              memberNo,
                              code,
                              yearStart: year.yearStart,
                              amountCents: fee?.amountCents ?? year.amountCents,
                            })
                          }
                        >
                          {FEE_ACTION_WORDS[action].button}
                        </Button>
                      ))}
                    </span>
                  ),
              },
            ]}
          />
        </section>
        <section aria-labelledby="payments">
          <h3 id="payments">Payments</h3>
          {payments.data?.length === 0 ? (
            <p className="soft">No payment is recorded.</p>
          ) : (
            <PaymentsList payments={payments.data ?? []} onReceipt={setReceipt} onRefund={setRefunded} />
          )}
          <PapersList memberNo={memberNo} />
        </section>
      </div>
      {receipt === null ? null : (
        <PaperDialog paper={{ kind: 'receipt', payment: receipt }} onClose={() => setReceipt(null)} />
      )}
      {refunded === null ? null : <RefundDialog payment={refunded} onClose={() => setRefunded(null)} />}
      {chosen === null ? null : <FeeDialog chosen={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function feeOf(fees: MemberFees | undefined, code: string, { yearStart }: FeeYear): FeeDetail | undefined {
  return fees?.certifications
    .find((one) => one.code === code)
    ?.fees.find((fee) => fee.yearStart === yearStart);
}

/** All years so far and the next one; those after it say nothing yet. */
function upToNext(year: FeeYear, index: number, all: readonly FeeYear[]): boolean {
  return year.state !== 'upcoming' || all[index - 1]?.state !== 'upcoming';
}

function FeeState({ row }: { readonly row: FeeRow }) {
  return (
    <>
      <StateWord row={row} />
      {row.fee?.changes.map((change) => (
        <span key={`${change.on} ${change.kind} ${change.cents}`} className="fee-note">
          {CHANGE_WORDS[change.kind]} {shortDate(change.on)}: {change.reason}
          {change.approvedBy === null ? '' : ` (allowed by ${change.approvedBy})`}
        </span>
      ))}
    </>
  );
}

const CHANGE_WORDS = {
  invoiced: 'Invoiced by hand',
  adjusted: 'Adjusted',
  waived: 'Waived',
  unwaived: 'Waiver taken back',
  voided: 'Voided',
  reissued: 'Reissued',
  'written-off': 'Written off',
} as const;

function StateWord({ row: { year, asOf, fee } }: { readonly row: FeeRow }) {
  const mark = feeMark(year, asOf);
  const kept = fee?.state === 'void' ? 'void' : year.state === 'not-invoiced' ? 'not invoiced' : null;
  if (mark === 'due' || mark === 'past-due')
    return (
      <>
        <StatusMark status={mark} />
        {year.state === 'part-paid' ? <span className="soft"> part paid</span> : null}
        {kept === null ? null : <span className="soft"> {kept}</span>}
      </>
    );
  if (mark === 'upcoming') return <span className="faint">upcoming</span>;
  return <span className="soft">{mark}</span>;
}
