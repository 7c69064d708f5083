import { fieldTitle, RECEIPT_FIELDS, type ReceiptField } from '../../../shared/domain/receipt-columns.ts';
import type { ReceiptMapping, ReceiptReading } from '../../../shared/domain/receipts.ts';
import { Select } from '../../components/field.tsx';
import { Banner } from '../../components/notices.tsx';

interface FileColumnsProps {
  readonly reading: ReceiptReading;
  readonly onChange: (mapping: ReceiptMapping) => void;
}

/** What each column of a payment file is taken for; kept for the source once the file is entered. */
export function FileColumns({ reading, onChange }: FileColumnsProps) {
  const { columns, missing, mappedBy } = reading;
  const set = (header: string, field: ReceiptField | null) =>
    onChange(
      Object.fromEntries(
        columns.map((one) => {
          if (one.header === header) return [header, field];
          // A field is one column's: whichever had it is ignored now.
          return [one.header, one.field === field ? null : one.field];
        }),
      ),
    );
  const taken = columns.flatMap(({ header, field }) =>
    field === null ? [] : [`${fieldTitle(field)}: ${header}`],
  );
  return (
    <details className="file-columns" open={missing !== null}>
      <summary>
        Columns{mappedBy === 'saved' ? ', as last time' : ''}
        <span className="soft"> · {taken.length === 0 ? 'none is known' : taken.join(', ')}</span>
      </summary>
      {missing === null ? null : <Banner kind="warning">{missing}</Banner>}
      <div className="file-columns__grid">
        {columns.map(({ header, field }, position) => (
          <Select
            // Two columns may have one name.
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file do not move
            key={position}
            label={header === '' ? `Column ${position + 1}` : header}
            value={field ?? ''}
            onChange={(event) =>
              set(header, RECEIPT_FIELDS.find(({ id }) => id === event.target.value)?.id ?? null)
            }
            options={[
              { value: '', text: 'Ignored' },
              ...RECEIPT_FIELDS.map(({ id, title }) => ({ value: id, text: title })),
            ]}
          />
        ))}
      </div>
    </details>
  );
}
