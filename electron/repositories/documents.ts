import type { ReadableDatabase } from '../db/connection.ts';
import { destroyedHashes } from './destructions.ts';
import { intakeDocumentsOnRecord } from './intake-documents.ts';

/** Every document that a row says is kept, and what it is; not those taken in that were destroyed since. */
export async function documentsOnRecord(
  db: ReadableDatabase,
): Promise<readonly { readonly sha256: string; readonly what: string }[]> {
  const prints = await db.kysely
    .selectFrom('run_print')
    .select(['sha256', 'run_id as of'])
    .where('kept', '=', 1)
    .execute();
  const papers = await db.kysely.selectFrom('paper').select(['sha256', 'kind', 'subject_id as of']).execute();
  const applications = await db.kysely
    .selectFrom('recertification_paper')
    .select(['sha256', 'kind', 'application_id as of'])
    .execute();
  const messages = await db.kysely
    .selectFrom('email_message')
    .select(['eml_sha256 as sha256', 'run_id as of', 'position'])
    .where('eml_sha256', 'is not', null)
    .execute();
  const destroyed = await destroyedHashes(db);
  const takenIn = (await intakeDocumentsOnRecord(db)).filter(({ sha256 }) => !destroyed.has(sha256));
  return [
    ...takenIn,
    ...prints.map(({ sha256, of }) => ({ sha256, what: `a print of run ${of}` })),
    ...papers.map(({ sha256, kind, of }) => ({ sha256, what: `the ${kind} of ${of}` })),
    ...applications.map(({ sha256, kind, of }) => ({ sha256, what: `the ${kind} of application ${of}` })),
    ...messages.flatMap(({ sha256, of, position }) =>
      sha256 === null ? [] : [{ sha256, what: `e-mail ${position} of run ${of}` }],
    ),
  ];
}
