import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unwatchedWork } from '../../../electron/jobs/work.ts';
import { auditDraws, type DrawOrder, drawAudit } from '../../../electron/services/audit/draw.ts';
import { auditForCause } from '../../../electron/services/audit/for-cause.ts';
import { auditPopulation } from '../../../electron/services/audit/population.ts';
import { drawFrom } from '../../../electron/services/audit/ranking.ts';
import { checkDraw, exportPopulation } from '../../../electron/services/audit/repeat.ts';
import { verifyOffice } from '../../../electron/services/backup/verify.ts';
import type { Office } from '../../../electron/services/office.ts';
import { explain } from '../../../electron/services/standing.ts';
import { sweep } from '../../../electron/services/sweep/sweep.ts';
import { chanceToCatch, sizeOfRate, sizeToCatch } from '../../../shared/domain/audit-sample.ts';
import { sampleOffice, TODAY, tempFolder } from '../../temp-office.ts';

const ORDER: DrawOrder = { year: 2026, rate: null, size: null, seed: 'lottery of 9 January', reason: null };
const PROGRAM = join(import.meta.dirname, '..', '..', '..', 'resources', 'help', 'repeat-draw.mjs');

const draw = (office: Office, order: Partial<DrawOrder> = {}, on = TODAY) =>
  drawAudit(office, { ...ORDER, ...order }, on, unwatchedWork());

describe('PB-AUD-1: a random draw from those who moved to their next cycle in the year before', () => {
  test('an audit is opened for each drawn, and the standing says so at once', async () => {
    const office = await sampleOffice(400);
    await sweep(office, { asOf: TODAY, dryRun: false }, unwatchedWork());
    const made = await draw(office);
    expect(made).toMatchObject({ campaign: '2026', draw: 1, seed: ORDER.seed, rate: 0.05, reason: '' });
    expect(made.population).toBeGreaterThan(20);
    expect(made.selected).toHaveLength(Math.ceil(made.population * 0.05));
    for (const id of made.selected) {
      const [memberNo = '', code] = id.split(':');
      const standing = (await explain(office, memberNo, TODAY)).find((one) => one.code === code);
      expect(standing?.attention).toContain('audit-open');
      const kept = await office.reader.kysely
        .selectFrom('standing as s')
        .innerJoin('certification as c', 'c.id', 's.certification_id')
        .innerJoin('member as m', 'm.id', 'c.member_id')
        .select('audit_open')
        .where('m.member_no', '=', memberNo)
        .where('c.code', '=', standing?.code ?? 'MT')
        .executeTakeFirst();
      expect(kept?.audit_open).toBe(1);
    }
    expect(await verifyOffice(office, unwatchedWork())).toMatchObject({ ok: true });
  });

  test('only certifications bound by CCP whose next cycle began in that year are drawn from', async () => {
    const office = await sampleOffice(400);
    const considered = await auditPopulation(office, 2026, TODAY, unwatchedWork());
    for (const { cycleEnd } of considered) {
      expect(cycleEnd >= '2024-12-31').toBe(true);
      expect(cycleEnd <= '2025-12-30').toBe(true);
    }
    const bound = new Map<string, boolean>();
    for (const { publicId } of considered) {
      const [memberNo = '', code] = publicId.split(':');
      const standing = (await explain(office, memberNo, TODAY)).find((one) => one.code === code);
      bound.set(publicId, standing?.boundByCcp ?? false);
    }
    expect([...bound.values()].every(Boolean)).toBe(true);
    expect(new Set(considered.map(({ how }) => how))).toEqual(new Set(['recorded', 'attested']));
  });

  test('the year must have begun', async () => {
    const office = await sampleOffice(20);
    await expect(draw(office, { year: 2027 }, '2026-12-31')).rejects.toMatchObject({ code: 'audit-year' });
    await expect(draw(office, { year: 1900 })).rejects.toMatchObject({ code: 'audit-year' });
  });

  test('whoever has died, is audited already or was audited for the cycle before is left out, with why', async () => {
    const office = await sampleOffice(600);
    const made = await draw(office);
    expect(Object.keys(made.excluded).length).toBeGreaterThan(0);
    const considered = await auditPopulation(office, 2026, TODAY, unwatchedWork());
    for (const id of made.selected)
      expect(considered.find(({ publicId }) => publicId === id)?.excluded).toBe('under-audit');
  });
});

describe('a draw can be repeated by anybody', () => {
  test('a ten-line program draws the same from the exported population', async () => {
    const office = await sampleOffice(400);
    const made = await draw(office, { rate: 0.2 });
    const file = join(tempFolder(), 'population.txt');
    const exported = await exportPopulation(office, 2026, null, file);
    expect(exported).toMatchObject({ population: made.population, sha256: made.populationSha256 });
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(made.populationSha256);
    const printed = execFileSync(process.execPath, [PROGRAM, file, made.seed, String(made.selected.length)], {
      encoding: 'utf8',
    });
    expect(printed.trim().split('\n')).toEqual([`population ${made.populationSha256}`, ...made.selected]);
    expect(readFileSync(PROGRAM, 'utf8').trim().split('\n').length).toBeLessThanOrEqual(12);
  });

  test('the order of the population does not matter, the seed does', () => {
    const ids = Array.from({ length: 50 }, (_, n) => `70${n}:RMA`);
    expect(drawFrom(ids.toReversed(), 'a', 10)).toEqual(drawFrom(ids, 'a', 10));
    expect(drawFrom(ids, 'b', 10)).not.toEqual(drawFrom(ids, 'a', 10));
    // printf 'a701:RMA' | sha256sum
    const rank = (id: string) => createHash('sha256').update(`a${id}`).digest('hex');
    expect(drawFrom(ids, 'a', 1)[0]).toBe(ids.toSorted((x, y) => (rank(x) < rank(y) ? -1 : 1))[0]);
  });

  test('a population that was changed afterwards is detected', async () => {
    const office = await sampleOffice(300);
    const made = await draw(office);
    const check = () => checkDraw(office, 2026, null, TODAY, unwatchedWork());
    expect(await check()).toEqual({ campaign: '2026', draw: 1, ok: true, problems: [] });
    const [memberNo = ''] = (made.selected[0] ?? '').split(':');
    await office.act((write) => {
      write.db.sqlite
        .prepare(
          "UPDATE certification SET certified_on = date(certified_on, '-1 year') WHERE member_id = (SELECT id FROM member WHERE member_no = ?)",
        )
        .run(memberNo);
      write.journal({ action: 'test', subject: 'member', subjectId: memberNo, detail: {} });
    });
    const after = await check();
    expect(after.ok).toBe(false);
    expect(after.problems.join(' ')).toContain('would not be in it by today’s facts');
  });

  test('whoever moved on late, after the draw of that year, is in the population of the next one whenever it is repeated', async () => {
    const office = await sampleOffice(400);
    const [late] = await auditPopulation(office, 2025, '2025-01-20', unwatchedWork());
    const move = office.db.sqlite.prepare(
      'UPDATE certification SET certified_on = date(certified_on, ?) WHERE id = ?',
    );
    move.run('+1 year', late?.certificationId);
    await draw(office, { year: 2025, reason: 'Once more' }, '2025-01-20');
    move.run('-1 year', late?.certificationId);
    await sweep(office, { asOf: '2025-03-10', dryRun: false }, unwatchedWork());
    const made = await draw(office);
    const considered = async () =>
      (await auditPopulation(office, 2026, TODAY, unwatchedWork())).map(({ publicId }) => publicId);
    expect(await considered()).toContain(late?.publicId);
    expect(await checkDraw(office, 2026, 1, TODAY, unwatchedWork())).toMatchObject({ ok: true });
    const second = await draw(office, { seed: 'another', reason: 'The first was not witnessed' });
    expect(second.population + (second.excluded['under-audit'] ?? 0)).toBeGreaterThanOrEqual(made.population);
  });

  test('what is drawn is frozen in the database', async () => {
    const office = await sampleOffice(200);
    await draw(office);
    for (const change of [
      "UPDATE audit_draw SET seed = 'x'",
      'DELETE FROM audit_draw',
      'UPDATE audit_candidate SET selected = 1 - selected',
      'DELETE FROM audit_candidate',
    ])
      await expect(
        office.act((write) => {
          write.db.sqlite.prepare(change).run();
          write.journal({ action: 'test', subject: 'office', subjectId: 'x', detail: {} });
        }),
        change,
      ).rejects.toThrow('a draw is frozen');
  });
});

describe('one draw a year, or a reason', () => {
  test('asked again it is the same draw; with another seed it is refused; with a reason it stands beside the first', async () => {
    const office = await sampleOffice(400);
    const first = await draw(office);
    expect(await draw(office)).toEqual(first);
    expect(await draw(office, { seed: null })).toEqual(first);
    await expect(draw(office, { seed: 'another' })).rejects.toMatchObject({ code: 'draw-exists' });
    const second = await draw(office, { seed: 'another', size: 3, reason: 'Three letters were lost' });
    expect(second).toMatchObject({ draw: 2, reason: 'Three letters were lost', rate: null });
    expect(second.selected).toHaveLength(3);
    expect(second.selected.filter((id) => first.selected.includes(id))).toEqual([]);
    expect((await auditDraws(office, 2026)).map((one) => one.draw)).toEqual([1, 2]);
    await expect(draw(office, { size: 100_000, reason: 'Everyone' })).rejects.toMatchObject({
      code: 'draw-size',
    });
  });

  test('an audit for cause is no part of a sample, and its certification is not drawn', async () => {
    const office = await sampleOffice(300);
    const { publicId = '' } =
      (await auditPopulation(office, 2026, TODAY, unwatchedWork())).find(
        ({ excluded }) => excluded === null,
      ) ?? {};
    const [memberNo = '', code] = publicId.split(':');
    const order = { memberNo, code: code as 'MT', reason: 'A forged card was reported' };
    // Pressed twice, it is opened once.
    const pressed = await Promise.allSettled([1, 2].map(() => auditForCause(office, order, TODAY)));
    expect(pressed).toMatchObject([
      { status: 'fulfilled', value: { memberNo, code } },
      { status: 'rejected', reason: { code: 'audit-open' } },
    ]);
    await expect(auditForCause(office, order, TODAY)).rejects.toMatchObject({ code: 'audit-open' });
    await expect(auditForCause(office, { ...order, reason: ' ' }, TODAY)).rejects.toMatchObject({
      code: 'audit-reason',
    });
    const everyone = await draw(office, { rate: 1 });
    expect(everyone.selected).not.toContain(publicId);
    expect(everyone.selected).toHaveLength(everyone.population);
  });
});

test.each([
  [20, 0.05, 1],
  [21, 0.05, 2],
  [100, 0.07, 7],
  [3, 1, 3],
  [0, 0.05, 0],
])('of %i a rate of %f draws %i', (population, rate, size) => {
  expect(sizeOfRate(population, rate)).toBe(size);
});

test('the chance to catch a failure is the hypergeometric one', () => {
  // Of 10 with 2 bad, 3 drawn: 1 - (8·7·6)/(10·9·8).
  expect(chanceToCatch(10, 2, 3)).toBeCloseTo(1 - 336 / 720, 12);
  expect(chanceToCatch(10, 2, 9)).toBe(1);
  const size = sizeToCatch(4200, 126, 0.95);
  expect(chanceToCatch(4200, 126, size)).toBeGreaterThanOrEqual(0.95);
  expect(chanceToCatch(4200, 126, size - 1)).toBeLessThan(0.95);
});
