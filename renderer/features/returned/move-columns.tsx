import {
  MOVE_FIELDS,
  type MoveField,
  type MoveMapping,
  type MovesPreview,
} from '../../../shared/domain/moves.ts';
import { Select } from '../../components/field.tsx';
import { Banner } from '../../components/notices.tsx';

interface MoveColumnsProps {
  readonly preview: MovesPreview;
  readonly onChange: (mapping: MoveMapping) => void;
}

/** What each column of the answer is taken for; remembered once it was applied. */
export function MoveColumns({ preview, onChange }: MoveColumnsProps) {
  const { columns, missing } = preview;
  const set = (header: string, field: MoveField | null) => {
    const others = columns.filter((one) => one.header !== header && one.field !== field);
    const kept = others.flatMap((one) => (one.field === null ? [] : [[one.header, one.field] as const]));
    onChange(Object.fromEntries(field === null ? kept : [...kept, [header, field] as const]));
  };
  return (
    <details className="move-columns" open={missing.length > 0}>
      <summary>Columns of the file</summary>
      {missing.length === 0 ? null : (
        <Banner kind="warning">Say which column is: {missing.map(titleOf).join(', ')}.</Banner>
      )}
      <div className="move-columns__grid">
        {columns.map(({ header, field }) => (
          <Select
            key={header}
            label={header}
            value={field ?? ''}
            onChange={(event) =>
              set(header, MOVE_FIELDS.find(({ id }) => id === event.target.value)?.id ?? null)
            }
            options={[
              { value: '', text: 'Ignored' },
              ...MOVE_FIELDS.map(({ id, title, required }) => ({
                value: id,
                text: required ? `${title} (needed)` : title,
              })),
            ]}
          />
        ))}
      </div>
    </details>
  );
}

function titleOf(field: MoveField): string {
  return MOVE_FIELDS.find(({ id }) => id === field)?.title ?? field;
}
