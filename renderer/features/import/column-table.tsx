import { Check, CircleAlert, Minus } from 'lucide-react';
import type { ImportInspection } from '../../../shared/domain/import.ts';
import { Button } from '../../components/button.tsx';
import '../../components/plain-table.css';
import { chooseColumns } from './import-desk.ts';
import { columnWords } from './import-words.ts';
import { choose, missingColumns, openSuggestions, takenFor } from './mapping.ts';
import type { QueuedFile } from './queue.ts';

interface ColumnTableProps {
  readonly file: QueuedFile;
  readonly inspection: ImportInspection;
}

/** Column by column: its name in the file, what is in it, what it is taken for. */
export function ColumnTable({ file, inspection }: ColumnTableProps) {
  const { chosen } = file;
  const taken = takenFor(inspection, chosen);
  const missing = missingColumns(inspection, chosen);
  const suggestions = openSuggestions(inspection, chosen);
  const settled = file.state !== 'ready' && file.state !== 'checked';
  const take = (header: string, column: string | null) =>
    chooseColumns(file.id, choose(inspection, chosen, header, column));
  const takeAll = () =>
    chooseColumns(
      file.id,
      suggestions.reduce((all, { header, column }) => choose(inspection, all, header, column), chosen),
    );
  return (
    <div className="columns">
      {suggestions.length > 1 && !settled ? (
        <div className="columns__bar">
          <p className="soft">{suggestions.length} columns have a name that other systems use.</p>
          <Button onClick={takeAll}>Use all {suggestions.length} suggestions</Button>
        </div>
      ) : null}
      <table className="plain-table columns__table">
        <caption className="visually-hidden">Columns of the file and what each is taken for</caption>
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col" className="wide">
              For example
            </th>
            <th scope="col">Taken for</th>
          </tr>
        </thead>
        <tbody>
          {inspection.columns.map(({ header }, index) => {
            const suggestion = suggestions.find((one) => one.header === header);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name
              <tr key={index}>
                <th scope="row" className="columns__header">
                  {header === '' ? <span className="faint">no name</span> : header}
                </th>
                <td className="wide">
                  <span className="columns__example">{example(inspection, index)}</span>
                </td>
                <td>
                  <div className="columns__choice">
                    <Mark column={taken[index] ?? null} suggested={suggestion !== undefined} />
                    <select
                      className="input select"
                      aria-label={`“${header}” is taken for`}
                      value={taken[index] ?? ''}
                      disabled={settled || inspection.known.length === 0}
                      onChange={(event) =>
                        take(header, event.target.value === '' ? null : event.target.value)
                      }
                    >
                      <option value="">Ignored</option>
                      {inspection.known.map(({ column, required }) => (
                        <option key={column} value={column}>
                          {columnWords(column)}
                          {required && missing.includes(column) ? ' (required)' : ''}
                        </option>
                      ))}
                    </select>
                    {suggestion === undefined || settled ? null : (
                      <Button look="quiet" onClick={() => take(header, suggestion.column)}>
                        {`Use ${columnWords(suggestion.column)}`}
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ column, suggested }: { readonly column: string | null; readonly suggested: boolean }) {
  if (suggested)
    return <CircleAlert size={16} strokeWidth={1.75} className="columns__open" aria-label="To confirm" />;
  return column === null ? (
    <Minus size={16} strokeWidth={1.75} className="columns__ignored" aria-hidden />
  ) : (
    <Check size={16} strokeWidth={1.75} className="columns__taken" aria-hidden />
  );
}

/** The first different values of a column. */
function example(inspection: ImportInspection, index: number): string {
  const values = inspection.sample.map((row) => row[index] ?? '').filter((value) => value.trim() !== '');
  return [...new Set(values)].slice(0, 3).join(' · ');
}
