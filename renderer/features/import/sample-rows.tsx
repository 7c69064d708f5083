import type { ImportInspection } from '../../../shared/domain/import.ts';
import '../../components/plain-table.css';

/** The first rows as they are in the file; wide files scroll by themselves. */
export function SampleRows({ inspection }: { readonly inspection: ImportInspection }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="sample" tabIndex={0} aria-label="First rows of the file">
      <table className="plain-table">
        <caption className="visually-hidden">First rows of the file</caption>
        <thead>
          <tr>
            {inspection.columns.map(({ header }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name
              <th key={index} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inspection.sample.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are known by their place
            <tr key={at}>
              {inspection.columns.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row are known by their place
                <td key={index}>
                  <span className="sample__cell">{row[index] ?? ''}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
