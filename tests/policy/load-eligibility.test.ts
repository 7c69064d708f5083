import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resourcesFolder } from '../../electron/platform/resources.ts';
import { loadEligibility } from '../../electron/policy/load-eligibility.ts';
import { CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import { tempFolder } from '../temp-office.ts';

const FILE = join(resourcesFolder(), 'policy', 'eligibility', 'RMA.json');

/** A folder of resources whose RMA file was altered. */
function altered(change: (text: string) => string): string {
  const folder = tempFolder();
  mkdirSync(join(folder, 'policy', 'eligibility'), { recursive: true });
  const text = readFileSync(FILE, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(join(folder, 'policy', 'eligibility', 'RMA.json'), changed);
  return folder;
}

test.each(CERTIFICATION_CODES)(
  'the routes of %s are valid, and every figure of the office’s own is marked unconfirmed',
  (code) => {
    const { routes } = loadEligibility(resourcesFolder(), code);
    expect(routes.filter(({ by }) => by === 'ccp')).toHaveLength(1);
    for (const { needs } of routes)
      for (const { reference, confirmed } of needs)
        expect(confirmed).toBe(!reference.startsWith('No published figure'));
  },
);

const CASES: readonly (readonly [what: string, change: (text: string) => string, said: RegExp])[] = [
  ['no JSON', (text) => text.slice(1), /RMA\.json/],
  ['another code', (text) => text.replace('"code": "RMA"', '"code": "MT"'), /it is the file of MT/],
  ['an unknown key', (text) => text.replace('"help"', '"hlep"'), /questions\[0\]/],
  [
    'a question twice',
    (text) => text.replace('"id": "lapsed-years"', '"id": "held"'),
    /“held” is there twice/,
  ],
  [
    'a need without its question',
    (text) => text.replace('"question": "points"', '"question": "moon"'),
    /“moon”, which is not there/,
  ],
  [
    'an option that is not there',
    (text) => text.replace(/"oneOf": \[\s*"accredited"/, '"oneOf": ["moon"'),
    /“moon” of “training”/,
  ],
  [
    'a figure that divides nobody',
    (text) => text.replace('"atLeast": 720', '"atLeast": 0'),
    /tells nobody from anybody/,
  ],
  [
    'a figure out of reach',
    (text) => text.replace('"atLeast": 720', '"atLeast": 9999'),
    /tells nobody from anybody/,
  ],
  [
    'a number asked of options',
    (text) => text.replace('"question": "training-hours"', '"question": "held"'),
    /needs two things of the question “held”|which has options/,
  ],
  [
    'a question that no way needs',
    (text) => text.replaceAll('"question": "teaching-years"', '"question": "lapsed-years"'),
    /no route needs the question “teaching-years”/,
  ],
];

test.each(CASES)('%s is refused with its file', (_, change, said) => {
  const folder = altered(change);
  expect(() => loadEligibility(folder, 'RMA')).toThrow(
    expect.objectContaining({ code: 'policy-invalid', message: expect.stringMatching(said) }),
  );
});
