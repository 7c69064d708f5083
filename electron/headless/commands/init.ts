import { createOffice, discardOffice } from '../../services/office.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, officeOptions, watchedWork } from '../command.ts';
import { UsageError } from '../usage.ts';

/** `init [--sample N] [--seed S]` */
export async function init(call: Call): Promise<CommandResult> {
  const members = call.number('sample', 1);
  const seed = call.number('seed', 0);
  if (members === null && seed !== null)
    throw new UsageError('--seed goes with --sample, the number of made-up members');
  const options = officeOptions(call);
  const office = await createOffice(options);
  if (members === null) {
    await office.close();
    return {
      json: { members: 0, certifications: 0, activities: 0 },
      text: `An empty office was made in ${options.folder}. Next: import members FILE.csv`,
    };
  }
  try {
    const { fillSampleOffice } = await import('../../services/sample/fill-sample-office.ts');
    const filled = await fillSampleOffice(
      office,
      { members, seed: seed ?? 1, asOf: asOfDate(call) },
      watchedWork(call),
    );
    await office.close();
    return {
      json: filled,
      text: `A sample office was made in ${options.folder}: ${filled.members} members, ${filled.certifications} certifications, ${filled.activities} activities.`,
    };
  } catch (error) {
    await discardOffice(office);
    throw error;
  }
}
