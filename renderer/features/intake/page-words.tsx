import { CreditCard } from 'lucide-react';
import type { IntakePart } from '../../../shared/domain/intake.ts';
import { nameStands, type PageProposals } from '../../../shared/domain/page-words.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { useAsk } from '../../api/use-ask.ts';

interface PageWordsProps {
  readonly part: IntakePart;
  readonly page: number;
}

/** What a machine reads on a page, for the eye to check: it decides nothing. Nothing at all where the page has no words. */
export function PageWords({ part, page }: PageWordsProps) {
  const words = useAsk('intake.words', { sha256: part.sha256, type: part.type, page }).data;
  if (words === undefined || words === null) return null;
  const { cardNumbers, lines, proposals, source } = words;
  const rows = proposedRows(proposals);
  const member = part.member?.name;
  return (
    <section className="page-words" aria-label="Read on this page">
      {cardNumbers === 0 ? null : (
        <p className="page-words__card">
          <CreditCard aria-hidden="true" size={16} />
          {cardNumbers === 1
            ? 'Something here looks like a card number and is covered.'
            : `${cardNumbers} things here look like card numbers and are covered.`}
        </p>
      )}
      {member === undefined ? null : (
        <p>
          {nameStands(lines, member)
            ? `✓ ${member} stands on this page.`
            : `○ ${member} is not read on this page.`}
        </p>
      )}
      <details>
        <summary>
          {rows.length === 0
            ? source === 'text'
              ? 'The page’s own text'
              : 'What a machine reads here'
            : `Read here: ${rows.map(([, text]) => text).join(' · ')}`}
        </summary>
        {rows.length === 0 ? null : (
          <dl className="page-words__found">
            {rows.map(([what, text]) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd className="selectable">{text}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="soft">
          {source === 'text'
            ? 'The page’s own text:'
            : 'All that a machine reads here; it errs, and decides nothing:'}
        </p>
        <p className="selectable page-words__all">{lines.join('\n')}</p>
      </details>
    </section>
  );
}

function proposedRows({
  names,
  dates,
  hours,
  providers,
}: PageProposals): readonly (readonly [string, string])[] {
  const rows = [
    ['Name', names],
    ['Date', dates.map(displayDate)],
    ['Hours', hours],
    ['Provider', providers],
  ] as const;
  return rows.filter(([, texts]) => texts.length > 0).map(([what, texts]) => [what, texts.join('; ')]);
}
