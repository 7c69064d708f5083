import type { ComponentType, ReactNode } from 'react';
import { usePlace } from '../../app/navigation.tsx';
import { CalendarScreen } from './calendar-screen.tsx';
import { CompletenessScreen } from './completeness-screen.tsx';
import { MonthScreen } from './month-screen.tsx';
import { MonthsScreen } from './months-screen.tsx';
import { RunScreen } from './run-screen.tsx';
import { ScheduleScreen } from './schedule-screen.tsx';
import { readSheets } from './sheet-range.ts';
import { SheetsScreen } from './sheets-screen.tsx';
// The run's page first: what a small window changes stands in the other.
import './run.css';
import './renewals.css';

/** What the screen needs of whatever shows a PDF. */
export interface SheetViewerProps {
  /** Of the PDF, within the window's own pages. */
  readonly address: string;
  readonly title: string;
  /** The sheet that the first page is. */
  readonly firstSheet: number;
  readonly pages?: readonly number[] | null;
  /** Its sheets, where they are not all in a row. */
  readonly list?: readonly number[] | null;
  /** Each sheet is followed by a blank back. */
  readonly backs?: boolean;
  /** Sheets of the whole run. */
  readonly sheets: number;
  readonly actions: ReactNode;
  /** What to do where the PDF cannot be shown. */
  readonly remedy: ReactNode;
  readonly onClose: () => void;
}

interface RenewalsScreenProps {
  readonly Viewer: ComponentType<SheetViewerProps>;
}

/**
 * Renewals: the months; one month (`?month=2026-12`) that is to be prepared; one run (`?run=2026-12-A&show=held`); its sheets
 * (`?run=2026-12-A&sheets=all`); who was told in a month (`?complete=2026-12`); which notice falls on
 * which day (`?calendar=2026-12`); the notice schedule (`?schedule=all`).
 */
export function RenewalsScreen({ Viewer }: RenewalsScreenProps) {
  const { query } = usePlace();
  const run = query.get('run') ?? '';
  const month = query.get('month') ?? '';
  const sheets = readSheets(query.get('sheets'));
  if (RUN.test(run) && sheets !== null) return <SheetsScreen run={run} sheets={sheets} Viewer={Viewer} />;
  if (RUN.test(run)) return <RunScreen key={run} run={run} />;
  const complete = query.get('complete') ?? '';
  if (MONTH.test(complete)) return <CompletenessScreen key={complete} month={complete} />;
  const calendar = query.get('calendar') ?? '';
  if (MONTH.test(calendar)) return <CalendarScreen month={calendar} />;
  if (query.has('schedule')) return <ScheduleScreen />;
  if (MONTH.test(month)) return <MonthScreen key={month} month={month} />;
  return <MonthsScreen />;
}

const RUN = /^\d{4}-\d{2}-[A-Z]{1,2}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
