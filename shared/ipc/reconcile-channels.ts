import type { MoneyRows } from '../domain/payments.ts';
import type {
  LineEntered,
  LineOutcomeText,
  ReceiptFile,
  ReceiptReading,
  ReceiptReport,
} from '../domain/receipts.ts';
import { channel } from './define.ts';
import { receiptInputs } from './receipt-inputs.ts';

/** The channels of payment files, a part of the contract. */
export const RECONCILE_CHANNELS = {
  'reconcile.chooseFile': channel<string | null>()('main', receiptInputs.choose),
  'reconcile.read': channel<ReceiptReading>()('job', receiptInputs.read),
  'reconcile.enter': channel<ReceiptReport>()('job', receiptInputs.enter),
  'reconcile.files': channel<{ readonly total: number; readonly rows: readonly ReceiptFile[] }>()(
    'reader',
    receiptInputs.files,
  ),
  'reconcile.file': channel<ReceiptFile>()('reader', receiptInputs.file),
  'reconcile.lines': channel<MoneyRows<LineEntered>>()('reader', receiptInputs.lines),
  'reconcile.accept': channel<LineOutcomeText>()('office', receiptInputs.line),
  'reconcile.leave': channel<LineOutcomeText>()('office', receiptInputs.withReason),
  'reconcile.undo': channel<LineOutcomeText>()('office', receiptInputs.withReason),
} as const;
