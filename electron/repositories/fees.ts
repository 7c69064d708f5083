import type { CalendarDate } from '../../shared/domain/facts.ts';
import type { Write } from '../db/transaction.ts';

/** An annual fee to be invoiced. */
export interface FeeToInvoice {
  readonly certificationId: number;
  readonly yearStart: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Whole cents. */
  readonly amountCents: number;
}

/** Invoices fees; the schema refuses a second one for a certification and year. */
export async function invoiceFees(
  write: Write,
  fees: readonly FeeToInvoice[],
  on: CalendarDate,
): Promise<void> {
  for (const fee of fees) {
    await write.kysely
      .insertInto('annual_fee')
      .values({
        certification_id: fee.certificationId,
        year_start: fee.yearStart,
        due_on: fee.dueOn,
        amount_cents: fee.amountCents,
        waived: 0,
        invoiced_on: on,
        import_id: null,
      })
      .execute();
  }
}
