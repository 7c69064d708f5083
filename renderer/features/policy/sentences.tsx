import { useState } from 'react';
import type { PolicySentence } from '../../../shared/domain/policy.ts';
import { foldText } from '../../../shared/util/fold.ts';
import { TextField } from '../../components/field.tsx';

/** The body's own sentences, which decisions and letters quote, with where each was published. */
export function Sentences({ sentences }: { readonly sentences: readonly PolicySentence[] }) {
  const [text, setText] = useState('');
  const sought = foldText(text.trim());
  const shown = sentences.filter((one) => foldText(`${one.id} ${one.text} ${one.source}`).includes(sought));
  return (
    <section className="policy__group">
      <div className="sentences__head">
        <h2>The body’s own sentences</h2>
        <div className="sentences__find">
          <TextField
            label="Find a sentence"
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="soft" role="status">
          No sentence has “{text.trim()}” in it.
        </p>
      ) : (
        <dl className="sentences">
          {shown.map((sentence) => (
            <div key={sentence.id} className="sentences__one">
              <dt className="figures">{sentence.id}</dt>
              <dd className="selectable">
                “{sentence.text}” <span className="faint">{sentence.source}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
