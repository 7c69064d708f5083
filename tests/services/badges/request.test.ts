import { expect, test } from 'vitest';
import { requestBadge } from '../../../electron/services/badges/request.ts';
import type { Office } from '../../../electron/services/office.ts';
import { emptyOffice } from '../../temp-office.ts';

async function certified(): Promise<Office> {
  const office = await emptyOffice();
  office.db.sqlite.exec(`
    INSERT INTO member (id, member_no, first_name, last_name, sort_name, email) VALUES (1, '700001', 'Ann', 'Lee', 'lee ann', 'ann@example.org');
    INSERT INTO certification (id, member_id, code, certified_on) VALUES (7, 1, 'RMA', '2019-05-01');
  `);
  return office;
}

const asked = { certification: 7, reason: 'recertified', requestedOn: '2026-11-20' } as const;

test('SC-RECERT-1 SC-RECERT-3: a badge is asked for within the transaction that earned it, and told in the member’s history', async () => {
  const office = await certified();
  const request = await office.act(async (write) => {
    await write.kysely
      .updateTable('certification')
      .set({ recertified_on: '2026-11-20' })
      .where('id', '=', 7)
      .execute();
    return requestBadge(write, asked);
  });
  const rows = office.db.sqlite.prepare('SELECT id, reason, requested_on FROM badge_request').all();
  expect(rows).toEqual([{ id: request, reason: 'recertified', requested_on: '2026-11-20' }]);
  const entry = office.db.sqlite.prepare('SELECT action, subject_id FROM journal ORDER BY seq DESC').get();
  expect(entry).toEqual({ action: 'badge.requested', subject_id: '700001' });
});

test('a transaction that fails leaves no request', async () => {
  const office = await certified();
  const failing = office.act(async (write) => {
    await requestBadge(write, asked);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(office.db.sqlite.prepare('SELECT count(*) AS n FROM badge_request').get()).toEqual({ n: 0 });
});

test('asking again while a request waits asks nothing new', async () => {
  const office = await certified();
  const first = await office.act((write) => requestBadge(write, asked));
  const again = await office.act((write) => requestBadge(write, asked));
  const other = await office.act((write) => requestBadge(write, { ...asked, reason: 'missing' }));
  expect([again, other]).toEqual([first, first]);
});

test('a certification that is not there is refused', async () => {
  const office = await certified();
  const asking = office.act((write) => requestBadge(write, { ...asked, certification: 8 }));
  await expect(asking).rejects.toMatchObject({ code: 'certification-unknown' });
});
