import { useState } from 'react';

interface SheetFieldProps {
  /** The sheet in sight. */
  readonly sheet: number;
  /** The sheets of this PDF. */
  readonly first: number;
  readonly last: number;
  /** Sheets of the whole run. */
  readonly of: number;
  readonly onGo: (sheet: number) => void;
}

/** `Sheet [17] of 812`: says where one is; a number and Enter go there. */
export function SheetField({ sheet, first, last, of, onGo }: SheetFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      className="sheet-field"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = Number((typed ?? '').trim());
        setTyped(null);
        if (typed !== null && Number.isInteger(wanted) && typed.trim() !== '')
          onGo(Math.min(Math.max(wanted, first), last));
      }}
    >
      <label htmlFor="pdf-sheet">Sheet</label>
      <input
        id="pdf-sheet"
        className="input sheet-field__input figures"
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(sheet)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <span className="soft figures">
        of {of.toLocaleString('en-US')}
        {last - first + 1 === of ? '' : ` (here ${first}–${last})`}
      </span>
    </form>
  );
}
