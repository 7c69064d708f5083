import type { NoticeSheet } from '../../../shared/domain/notice.ts';
import { isCasePurpose, type SheetPurpose } from '../../../shared/domain/sheet-code.ts';
import type { Content } from '../pdf/content.ts';
import { auditTable } from './audit-table.ts';
import { recordedCaseTable, shownCaseTable } from './case-table.ts';
import { drawTableHeader, drawTableRows, tableHeight } from './certification-table.ts';
import { lapseTable } from './lapse-table.ts';
import { pointsTable } from './points-table.ts';
import { receiptTable } from './receipt-table.ts';
import { returnTable } from './return-table.ts';
import type { Density } from './styles.ts';

/** How a kind of letter sets its certifications out. */
export interface LetterTable {
  /** In points. */
  height(sheet: NoticeSheet, density: Density): number;
  /** The column heads, the same on every sheet; drawn from y = 0. */
  drawHeader(content: Content): void;
  drawRows(content: Content, sheet: NoticeSheet, density: Density, top: number): void;
}

const FEES: LetterTable = { height: tableHeight, drawHeader: drawTableHeader, drawRows: drawTableRows };

export function tableOf(purpose: SheetPurpose): LetterTable {
  if (purpose === 'CC') return pointsTable;
  if (purpose === 'RC') return receiptTable;
  if (purpose === 'AU') return auditTable;
  if (purpose === 'RT') return returnTable;
  if (purpose === 'AK' || purpose === 'AE') return recordedCaseTable;
  if (isCasePurpose(purpose)) return shownCaseTable;
  return purpose === 'LP' ? lapseTable : FEES;
}
