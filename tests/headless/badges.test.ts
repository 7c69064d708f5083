import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../temp-office.ts';
import { office, officeJson } from './command-line.ts';

/** Rosa Featherstonehaugh of the sample office: her RMA is past due, her MT is paid. */
const ROSA = '700412';

test('badges, the CE catalogue and the eligibility assistant on the command line', async () => {
  const folder = tempFolder();
  const data = ['--data', join(folder, 'office'), '--as-of', '2026-11-22'];
  const say = async (...args: string[]) => {
    const { code, stdout, stderr } = await office(...args, ...data);
    expect([args.join(' '), code, stderr]).toEqual([args.join(' '), 0, '']);
    return stdout.trim();
  };
  await officeJson('init', '--sample', '20', '--seed', '3', ...data);

  expect(await say('badges', 'request', ROSA, 'mt')).toContain('MT: held: No badge template is set');
  expect(await say('badges', 'setup', '--template', 'MT=mt-template')).toContain('MT    mt-template');
  const out = join(folder, 'credly');
  expect(await say('badges', 'export', '--out', out)).toContain('Export 1: 1 badge.');
  expect(await say('badges', 'export', '--out', out)).toBe('Nothing waits to be exported.');
  expect(readFileSync(join(out, 'credly-issue-1.csv'), 'utf8')).toContain(`,${ROSA},`);
  expect(await say('badges', 'list', '--step', 'exported')).toContain('MT: exported (export 1)');
  const list = join(folder, 'issued.csv');
  writeFileSync(
    list,
    `Badge ID,Badge Template ID,Recipient Email,First Name,Last Name,State,Issuer Earner ID\nb1,mt-template,rosa.featherstonehaugh@example.org,Rosa,Feather,accepted,${ROSA}\n`,
  );
  expect(await say('badges', 'import', list)).toContain('1 badge added');
  expect(await say('badges', 'drift')).toContain(
    `name: ${ROSA} Rosa M. Featherstonehaugh, MT: here Rosa Featherstonehaugh, there Rosa Feather.`,
  );
  const drift = (await officeJson('badges', 'drift', '--out', out, ...data)) as {
    rows: readonly { remedy: string }[];
    written: { rows: number };
  };
  expect(drift.written.rows).toBe(drift.rows.filter(({ remedy }) => remedy === 'file').length);
  expect(readFileSync(join(out, 'credly-correct-2.csv'), 'utf8')).toContain('Rosa,M.,Featherstonehaugh');

  const catalogue = join(folder, 'ce.csv');
  writeFileSync(
    catalogue,
    'external_id,title,points,list_price,member_price,from_date\nA-1,Safe blood collection,2,49,29,2026-01-01\n',
  );
  expect(await say('ce', 'import', catalogue)).toContain('1 row: 1 added');
  expect(await say('ce', 'change', '1', '--list-price', '55', '--price-from', '2027-01-01')).toContain(
    '$55.00',
  );
  expect(await say('ce', 'list', 'blood')).toContain('list $49.00, member $29.00');
  const price = await say('ce', 'price', ROSA);
  expect(price).toContain('pays the member price on 2026-11-22. MT is active.');
  expect(price).toContain('SC-CE-1: “Members qualify for discounted CE.”');

  const answers = join(folder, 'answers.json');
  writeFileSync(
    answers,
    JSON.stringify({ held: 'lapsed', 'lapsed-years': 10, training: 'none', 'work-years': 5 }),
  );
  const result = await say('eligibility', 'rma', '--answers', answers);
  expect(result).toContain(
    '■ Recertification by CCP: closed. Needs: Lapsed less than 10 years ago (SC-RECERT-2).',
  );
  expect(result).toContain('Next question, teaching-years:');
  const pdf = join(folder, 'result.pdf');
  await say('eligibility', 'RMA', '--answers', answers, '--out', pdf);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const wrong = await office('eligibility', 'XYZ', ...data);
  expect(wrong).toMatchObject({ code: 2 });
});
