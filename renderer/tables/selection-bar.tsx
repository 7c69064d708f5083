import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import type { DataTableModel } from './use-data-table.ts';

interface SelectionBarProps<Row extends object> {
  readonly model: DataTableModel<Row>;
  /** `member` and `members`. */
  readonly one: string;
  readonly many: string;
  /** What can be done with all that are picked. */
  readonly children: ReactNode;
}

/** How many rows are picked and what can be done with them; there only when some are. */
export function SelectionBar<Row extends object>({ model, one, many, children }: SelectionBarProps<Row>) {
  const { size } = model.selection;
  return (
    <section className="selection-bar" hidden={size === 0} aria-label="Picked rows">
      <strong role="status" className="figures">
        {size === 0 ? '' : `${size.toLocaleString('en-US')} ${size === 1 ? one : many} picked`}
      </strong>
      {children}
      <Button look="quiet" onClick={() => model.setSelection(() => new Map())}>
        Clear
      </Button>
    </section>
  );
}
