import { Columns3 } from 'lucide-react';
import { setLook, useLook } from '../app/theme.ts';
import { Checkbox } from '../components/field.tsx';
import { Popover } from '../components/popover.tsx';
import type { DataTableModel } from './use-data-table.ts';

interface ColumnMenuProps<Row extends object> {
  readonly model: DataTableModel<Row>;
}

/** Chooses which columns are on and how high the rows are; remembered on this computer. */
export function ColumnMenu<Row extends object>({ model }: ColumnMenuProps<Row>) {
  const { rows } = useLook();
  return (
    <Popover
      label="Columns"
      align="end"
      buttonClass="button button--quiet"
      button={
        <>
          <Columns3 size={16} strokeWidth={1.75} aria-hidden />
          Columns
        </>
      }
    >
      {model.allColumns
        .filter((column) => column.always !== true)
        .map((column) => (
          <Checkbox
            key={column.id}
            label={column.header}
            className="popover__item"
            checked={model.isOn(column.id)}
            onChange={(event) => model.setOn(column.id, event.target.checked)}
          />
        ))}
      <div className="popover__line" />
      <Checkbox
        label="Compact rows"
        className="popover__item"
        checked={rows === 'compact'}
        onChange={(event) => setLook({ rows: event.target.checked ? 'compact' : 'comfortable' })}
      />
    </Popover>
  );
}
