import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { CalendarEntry } from '../../../shared/domain/completeness.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import {
  addDays,
  addMonths,
  dayOf,
  displayDate,
  displayMonth,
  monthText,
} from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';
import { Link, navigate } from '../../app/navigation.tsx';
import { useKeys } from '../../app/use-keys.ts';
import { Button } from '../../components/button.tsx';
import { ErrorState, Skeleton } from '../../components/notices.tsx';
import { Screen } from '../../components/screen.tsx';
import { WEEKDAYS, weeksOf } from './calendar-days.ts';
import { runStage, stageOfRuns } from './run-stage.ts';
import { StageMark } from './stage-mark.tsx';
import './calendar.css';

/** The notice schedule as a calendar: which notice falls on which day of a month, for whom, and how far its runs are. */
export function CalendarScreen({ month }: { readonly month: string }) {
  const entries = useAsk('notices.calendar', { month }, { keepPrevious: true });
  const today = useAsk('office.state', undefined).data?.today ?? '';
  const show = (other: string) => navigate(`/renewals?calendar=${other}`);
  const away = (months: number) => monthText(addMonths(`${month}-01`, months));
  useKeys('Notice calendar', [
    { keys: '[', does: 'The month before', run: () => show(away(-1)) },
    { keys: ']', does: 'The month after', run: () => show(away(1)) },
    { keys: 't', does: 'This month', run: () => show(monthText(today)) },
  ]);
  return (
    <Screen
      title={`Notices in ${displayMonth(month)}`}
      about={<Link to="/renewals">All months</Link>}
      actions={
        <>
          <Button icon={ChevronLeft} onClick={() => show(away(-1))}>
            {displayMonth(away(-1))}
          </Button>
          <Button icon={ChevronRight} onClick={() => show(away(1))}>
            {displayMonth(away(1))}
          </Button>
        </>
      }
    >
      {entries.error !== null ? (
        <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />
      ) : entries.data === undefined ? (
        <Skeleton height="420px" />
      ) : (
        <MonthGrid month={month} entries={entries.data} today={today} />
      )}
    </Screen>
  );
}

/** How long in days a run that was not prepared stays on the list of what is due. */
const DUE_FOR = 62;

interface MonthGridProps {
  readonly month: string;
  readonly entries: readonly CalendarEntry[];
  readonly today: CalendarDate;
}

function MonthGrid({ month, entries, today }: MonthGridProps) {
  const due = useAsk('notices.due', undefined).data;
  // What is due is looked for as far back as this; of what is older nothing is said.
  const known = today === '' ? '' : addDays(today, -DUE_FOR);
  const waiting = ({ step, month: about, day }: CalendarEntry): number | null => {
    if (due === undefined || day < known) return null;
    return due.find((one) => one.step === step && one.month === about)?.certifications ?? 0;
  };
  return (
    <table className="calendar">
      <caption className="visually-hidden">Notices in {displayMonth(month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, weekday) =>
              day === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a place that no day of the month has
                <td key={weekday} className="calendar__none" />
              ) : (
                <Day
                  key={day}
                  day={day}
                  today={today}
                  entries={entries.filter((one) => one.day === day)}
                  waiting={waiting}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly waiting: (entry: CalendarEntry) => number | null;
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  readonly entries: readonly CalendarEntry[];
}

function Day({ day, today, entries, waiting }: DayProps) {
  return (
    <td className={day === today ? 'calendar__today' : undefined}>
      <span className="calendar__day figures">
        <span className="visually-hidden">{displayDate(day)}</span>
        <span aria-hidden>{dayOf(day)}</span>
        {day === today ? <span className="calendar__now">today</span> : null}
      </span>
      {entries.length === 0 ? null : (
        <ul>
          {entries.map((entry) => (
            <Entry
              key={`${entry.step} ${entry.month}`}
              entry={entry}
              due={day <= today}
              waiting={waiting(entry)}
            />
          ))}
        </ul>
      )}
    </td>
  );
}

interface EntryProps {
  readonly entry: CalendarEntry;
  /** Its day has come. */
  readonly due: boolean;
  /** Certifications that wait for a run; null where it is not known. */
  readonly waiting: number | null;
}

function Entry({ entry, due, waiting }: EntryProps) {
  const [newest] = entry.runs;
  const words = (
    <>
      <strong>{entry.title}</strong>
      <span className="soft">{displayMonth(entry.month)}</span>
    </>
  );
  if (newest !== undefined)
    return (
      <li>
        <Link to={`/renewals?run=${newest.run}`} className="calendar__entry">
          {words}
          <StageMark stage={stageOfRuns(entry.runs)} />
          <span className="soft figures">{runWords(entry)}</span>
        </Link>
      </li>
    );
  return (
    <li>
      {due ? (
        <Link to={`/renewals?complete=${entry.month}`} className="calendar__entry">
          {words}
          {waiting === 0 ? <span className="soft">Nobody waits</span> : <StageMark stage="not-prepared" />}
          {waiting === null || waiting === 0 ? null : (
            <span className="soft figures">
              {waiting.toLocaleString('en-US')} {waiting === 1 ? 'certification' : 'certifications'}
            </span>
          )}
        </Link>
      ) : (
        <span className="calendar__entry calendar__entry--ahead">{words}</span>
      )}
    </li>
  );
}

function runWords({ runs }: CalendarEntry): string {
  const selected = runs.reduce((sum, run) => sum + run.selected, 0);
  const held = runs.reduce((sum, run) => sum + run.held, 0);
  const out = runs.filter((run) => runStage(run) === 'mailed').length;
  const many = runs.length === 1 ? '' : `, ${out} of ${runs.length} runs mailed`;
  return `${selected.toLocaleString('en-US')} selected${held === 0 ? '' : `, ${held} held`}${many}`;
}
