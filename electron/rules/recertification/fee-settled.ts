import type { ChecklistItem } from '../../../shared/domain/recertification.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { ApplicationCase } from './application.ts';

// SC-RECERT-1: "… with supporting documentation and fee." SC-RECERT-3: "submit a Recertification by Exam Application and fee."

export function feeSettled({ fee, route }: Pick<ApplicationCase, 'fee' | 'route'>): ChecklistItem {
  const owed = fee === null ? null : fee.owedCents;
  return {
    id: 'fee',
    title: 'Fee',
    citation: route === 'ccp' ? 'SC-RECERT-1' : 'SC-RECERT-3',
    done: owed === 0,
    said:
      fee === null || owed === null
        ? 'Not invoiced yet'
        : owed === 0
          ? `${displayCents(fee.amountCents)} paid`
          : `${displayCents(owed)} of ${displayCents(fee.amountCents)} to be paid`,
    ask: owed === null || owed === 0 ? '' : `The fee for recertification: ${displayCents(owed)}.`,
  };
}
