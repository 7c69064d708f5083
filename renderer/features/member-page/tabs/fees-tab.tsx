import type { FeeYear, MemberPage, PaymentOnPage } from '../../../../shared/domain/member-page.ts';
import { displayCents } from '../../../../shared/util/money.ts';
import { PlainTable } from '../../../components/plain-table.tsx';
import { shortDate } from '../../../components/short-date.ts';
import { StatusMark } from '../../../components/status.tsx';
import { feeMark, yearName } from '../timeline/fee-mark.ts';

interface FeeRow {
  readonly code: string;
  readonly year: FeeYear;
  readonly asOf: string;
}

/** Every annual fee and every payment, newest first. */
export function FeesTab({ page }: { readonly page: MemberPage }) {
  const fees = page.certifications
    .flatMap(({ code, feeYears, standing }) =>
      feeYears.filter(upToNext).map((year): FeeRow => ({ code, year, asOf: standing.asOf })),
    )
    .sort((a, b) => b.year.dueOn.localeCompare(a.year.dueOn));
  const payments = page.payments.toSorted((a, b) => b.receivedOn.localeCompare(a.receivedOn));
  return (
    <div className="two-tables">
      <section aria-labelledby="annual-fees">
        <h3 id="annual-fees">Annual fees</h3>
        <PlainTable
          label="Annual fees"
          rows={fees}
          rowKey={({ code, year }) => `${code} ${year.yearStart}`}
          columns={[
            { header: 'Certification', cell: ({ code }) => code },
            { header: 'Year', cell: ({ year }) => yearName(year.yearStart) },
            { header: 'Due', cell: ({ year }) => shortDate(year.dueOn) },
            { header: 'Amount', cell: ({ year }) => displayCents(year.amountCents), align: 'end' },
            { header: 'Paid', cell: ({ year }) => displayCents(year.paidCents), align: 'end' },
            { header: 'State', cell: (row) => <FeeState row={row} />, wide: true },
          ]}
        />
      </section>
      <section aria-labelledby="payments">
        <h3 id="payments">Payments</h3>
        {payments.length === 0 ? (
          <p className="soft">No payment is recorded.</p>
        ) : (
          <PlainTable
            label="Payments"
            rows={payments}
            rowKey={(one) =>
              `${one.code} ${one.receivedOn} ${one.method} ${one.reference} ${one.amountCents}`
            }
            columns={[
              { header: 'Received', cell: (one) => shortDate(one.receivedOn) },
              { header: 'Amount', cell: (one) => displayCents(one.amountCents), align: 'end' },
              { header: 'How', cell: (one) => `${one.method} ${one.reference}`.trim() },
              { header: 'For', cell: usedFor, wide: true },
            ]}
          />
        )}
      </section>
    </div>
  );
}

/** All years so far and the next one; those after it say nothing yet. */
function upToNext(year: FeeYear, index: number, all: readonly FeeYear[]): boolean {
  return year.state !== 'upcoming' || all[index - 1]?.state !== 'upcoming';
}

function FeeState({ row: { year, asOf } }: { readonly row: FeeRow }) {
  const mark = feeMark(year, asOf);
  if (mark === 'due' || mark === 'past-due')
    return (
      <>
        <StatusMark status={mark} />
        {year.state === 'part-paid' ? <span className="soft"> part paid</span> : null}
        {year.state === 'not-invoiced' ? <span className="soft"> not invoiced</span> : null}
      </>
    );
  if (mark === 'upcoming') return <span className="faint">upcoming</span>;
  return <span className="soft">{mark}</span>;
}

function usedFor({ code, allocations, creditCents }: PaymentOnPage): string {
  const years = allocations.map((one) => yearName(one.yearStart)).join(', ');
  const credit = creditCents > 0 ? `${displayCents(creditCents)} not used` : '';
  return [`${code} ${years}`.trim(), credit].filter((part) => part !== '').join(' · ');
}
