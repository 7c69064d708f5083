import { join } from 'node:path';
import { resourcesFolder } from '../../../electron/platform/resources.ts';
import { printCovers } from '../../../electron/services/notices/cover-pdf.ts';
import { line, office } from '../../printing/sample-run.ts';

/** A case whose cover sheets are printed: its audit, and the activities that have a sheet of their own. */
export interface CoveredCase {
  readonly audit: number;
  readonly activities: readonly number[];
}

/** The cover sheets of some cases as the office prints them: for each the one of the case, then one for each activity. @returns the PDF */
export async function writeCovers(
  folder: string,
  memberNo: string,
  cases: readonly CoveredCase[],
): Promise<string> {
  const lines = cases.map(({ audit, activities }) =>
    line('RMA', {
      yearStart: '2023-05-01',
      yearEnd: '2026-04-30',
      audit: {
        ...{ audit, campaign: '2026', selectedOn: '2026-11-20', answerBy: '2026-12-20' },
        activities: activities.map((activity) => ({
          activity,
          title: 'Infection control in the physician’s office',
          from: '2024-03-03',
          to: '2024-03-03',
          points: 4,
        })),
      },
    }),
  );
  const sheet = {
    run: '2026-11-A',
    memberNo,
    memberName: 'Rosa Featherstonehaugh',
    dated: '2026-11-22',
    lines,
  };
  const file = join(folder, `covers-${memberNo}.pdf`);
  await printCovers({ resources: resourcesFolder() }, office, sheet, file);
  return file;
}
