import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { writeCorrections } from '../../../electron/services/badges/correct.ts';
import { driftReport } from '../../../electron/services/badges/drift.ts';
import { importCredly } from '../../../electron/services/badges/import.ts';
import { TODAY, tempFolder } from '../../temp-office.ts';
import { CREDLY_HEADER, credlyOffice, csvFile, readBack } from './credly-office.ts';

test('SC-RECERT-1 SC-FEE-1: the drift report tells every difference, and its files correct Credly once', async () => {
  const office = await credlyOffice();
  // Lapsed: not one fee of eight years was paid.
  office.db.sqlite.exec(`
    INSERT INTO member (id, member_no, first_name, last_name, sort_name, email) VALUES
      (7, '700007', 'Ida', 'Old', 'old ida', 'ida@example.org'), (8, '700008', 'Kim', 'Newname', 'newname kim', 'kim@example.org');
    INSERT INTO certification (id, member_id, code, certified_on) VALUES (7, 7, 'RMA', '2018-05-01'), (8, 8, 'RMA', '2026-05-01');
  `);
  const drifting = () => driftReport(office, TODAY, unwatchedWork());
  await expect(drifting()).rejects.toMatchObject({ code: 'credly-never-imported' });
  const rows = [
    CREDLY_HEADER,
    'b1,rma-template,old@example.org,Ann,Lee,pending,2026-05-01,,700001',
    'b2,mt-template,jo@example.org,=cmd|x,"Núñez, ""Jo""",revoked,2026-09-30,,700002',
    'b7,rma-template,ida@example.org,Ida,Old,accepted,2018-05-01,,700007',
    'b8,rma-template,kim@example.org,Kim,Oldname,accepted,2026-05-01,,700008',
    'b9,other-template,who@example.org,Who,Knows,accepted,2026-05-01,,',
  ];
  await importCredly(office, csvFile(rows.join('\r\n')), unwatchedWork());
  const report = await drifting();
  expect(report.rows.map(({ kind, memberNo, remedy }) => `${kind} ${memberNo} ${remedy}`)).toEqual([
    'missing 700003 here',
    'missing 700004 here',
    'missing 700006 here',
    'revoked 700002 file',
    'lapsed 700007 by-hand',
    'email 700001 file',
    'name 700008 file',
    'stranger  here',
  ]);
  expect(report).toMatchObject({ certifications: 8, badges: 5, total: 8, importedOn: TODAY });
  const folder = tempFolder();
  const written = await writeCorrections(office, { folder, asOf: TODAY }, unwatchedWork());
  expect(written).toMatchObject({ export: 1, rows: 3, revoke: { rows: 1 } });
  expect(written.held.map(({ memberNo }) => memberNo)).toEqual(['700003', '700004', '700006']);
  const issue = await readBack(join(folder, 'credly-correct-1.csv'));
  expect(issue.rows.slice(1).map((cells) => [cells[1], cells[4], cells[7]])).toEqual([
    ['ann@example.org', 'Lee', '700001'],
    ['jo@example.org', 'Núñez, "Jo"', '700002'],
    ['kim@example.org', 'Newname', '700008'],
  ]);
  const revoke = await readBack(join(folder, `credly-revoke-${TODAY}.csv`));
  expect(revoke.rows[1]).toEqual([
    'b7',
    'ida@example.org',
    'Ida',
    'Old',
    '700007',
    'RMA',
    'The certification has lapsed.',
  ]);
  // The new badge is asked for once: until Credly's next list it is on its way.
  expect((await drifting()).rows.map(({ kind }) => kind)).not.toContain('revoked');
  expect(office.db.sqlite.prepare('SELECT reason, certification_id FROM badge_request').all()).toEqual([
    { reason: 'missing', certification_id: 2 },
  ]);
});
