import { PAPER_WORDS, type PaperGiven } from '../../../../shared/domain/papers.ts';
import { useAsk } from '../../../api/use-ask.ts';
import { shortDate } from '../../../components/short-date.ts';

/** The receipts and statements that a member was given, newest first, and how they went; nothing where there are none. */
export function PapersList({ memberNo }: { readonly memberNo: string }) {
  const papers = useAsk('papers.ofMember', { memberNo }).data ?? [];
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="papers" className="papers">
      <h3 id="papers">Given out</h3>
      <ul>
        {papers.map((paper) => (
          <li key={paper.paper}>
            {PAPER_WORDS[paper.kind]}
            {paper.kind === 'receipt' ? ` of payment ${paper.subjectId}` : ''}{' '}
            <span className="soft">
              {shortDate(paper.issuedOn)} by {paper.actor}
              {paper.emails.map((email) => emailText(email)).join('')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function emailText({ address, state, outcome }: PaperGiven['emails'][number]): string {
  if (state === 'sent') return `, e-mailed to ${address}`;
  if (state === 'unknown') return `, e-mailed to ${address}; whether it arrived is not known`;
  return `, not e-mailed to ${address}: ${outcome}`;
}
