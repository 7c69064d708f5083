import { useState } from 'react';
import type { SweepChange, SweepReport } from '../../../shared/domain/sweep.ts';
import { useAsk } from '../../api/use-ask.ts';
import { PlainTable } from '../../components/plain-table.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { CHANGE_WORDS, changeGroups } from './change-groups.ts';

/** As many as one can look through here; the rest is said as a number. */
const LISTED = 200;

/** What a sweep would change, kind by kind, each with its reason and the policy's sentence behind it. */
export function SweepChanges({ report }: { readonly report: SweepReport }) {
  const groups = changeGroups(report).filter(({ count }) => count > 0);
  const [kind, setKind] = useState<string>(groups[0]?.kind ?? 'invoice');
  const group = groups.find((one) => one.kind === kind);
  return (
    <>
      <p className="soft figures">
        {report.evaluated.toLocaleString('en-US')} certifications were judged. Nothing is written until you
        say so.
      </p>
      <Tabs
        label="Kinds of change"
        tabs={groups.map((one) => ({ id: one.kind, text: CHANGE_WORDS[one.kind], count: one.count }))}
        chosen={kind}
        onChoose={setKind}
      >
        {group === undefined ? null : (
          <>
            <Sentences changes={group.changes} />
            <PlainTable
              label={CHANGE_WORDS[group.kind]}
              rows={group.changes.slice(0, LISTED)}
              rowKey={(change) => `${change.memberNo} ${change.code} ${change.text}`}
              columns={[
                { header: 'Number', cell: (change) => change.memberNo },
                { header: 'Member', cell: (change) => change.memberName },
                { header: 'Certification', cell: (change) => change.code },
                { header: 'Why', cell: (change) => change.text, wide: true },
              ]}
            />
            {group.count > LISTED ? (
              <p className="sweep__more soft figures">
                and {(group.count - Math.min(LISTED, group.changes.length)).toLocaleString('en-US')} more
              </p>
            ) : null}
          </>
        )}
      </Tabs>
    </>
  );
}

/** The policy's own sentences that the listed changes apply. */
function Sentences({ changes }: { readonly changes: readonly SweepChange[] }) {
  const book = useAsk('policy.book', undefined);
  const cited = [...new Set(changes.map((change) => change.citation))];
  return (
    <ul className="sweep__sentences">
      {cited.map((citation) => {
        const text = book.data?.sentences.find((one) => one.id === citation)?.text;
        return text === undefined ? null : (
          <li key={citation}>
            “{text}” <span className="faint">{citation}</span>
          </li>
        );
      })}
    </ul>
  );
}
