import { isAuditLetter } from '../../../shared/domain/audit-letters.ts';
import type { RunSummary } from '../../../shared/domain/renewals.ts';
import { displayCents } from '../../../shared/util/money.ts';

const count = (n: number) => n.toLocaleString('en-US');

/** The sum that must be right: selected = printed + e-mailed + held, as numbers and as one bar. */
export function Reconciliation({ run }: { readonly run: RunSummary }) {
  const parts = [
    { id: 'print', word: run.printedOn === null ? 'to print' : 'printed', count: run.toPrint },
    { id: 'email', word: 'by e-mail', count: run.toEmail },
    { id: 'held', word: 'held', count: run.held },
  ];
  return (
    <section className="sum" aria-label="What became of everyone selected">
      <dl className="sum__line figures">
        <div className="sum__part">
          <dt>selected</dt>
          <dd>{count(run.selected)}</dd>
        </div>
        {parts.map((part) => (
          <div key={part.id} className={`sum__part sum__part--${part.id}`}>
            <dt>{part.word}</dt>
            <dd>{count(part.count)}</dd>
          </div>
        ))}
        {run.alsoEmailed === 0 ? null : (
          <div className="sum__part sum__part--asked">
            <dt>of the printed, also by e-mail</dt>
            <dd>{count(run.alsoEmailed)}</dd>
          </div>
        )}
        {run.kind === 'audit' || run.kind === 'return' || isAuditLetter(run.kind) ? null : (
          <div className="sum__part sum__part--asked">
            <dt>asked for in all</dt>
            <dd>{displayCents(run.totalCents)}</dd>
          </div>
        )}
      </dl>
      <div className="sum__bar" aria-hidden="true">
        {parts.map((part) =>
          part.count === 0 ? null : (
            <span
              key={part.id}
              className={`sum__share sum__share--${part.id}`}
              style={{ flexGrow: part.count }}
            />
          ),
        )}
      </div>
    </section>
  );
}
