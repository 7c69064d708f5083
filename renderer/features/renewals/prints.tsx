import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { moment } from '../../components/moment.ts';
import { sentenceCase } from './piece-filter.ts';
import { rangeWords } from './sheet-range.ts';

/** What of a run was printed when and by whom, newest first. */
export function Prints({ run }: { readonly run: RunSummary }) {
  if (run.prints.length === 0) return null;
  const newest = run.prints.toReversed().slice(0, 8);
  return (
    <section className="prints">
      <h3>Printed so far</h3>
      <ul>
        {newest.map((print) => {
          const range = { from: print.firstSheet, to: print.lastSheet };
          const whole = range.from === 1 && range.to === run.toPrint;
          return (
            <li key={`${print.printedAt} ${print.firstSheet}`} className="prints__line">
              <span>{whole ? 'All sheets' : sentenceCase(rangeWords(range))}</span>
              <span className="soft figures">
                {moment(print.printedAt)} by {print.actor}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
