import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resourcesFolder } from '../../../electron/platform/resources.ts';

test.each(['renewal', 'reminder', 'past-due', 'second-past-due', 'final', 'ccp'])(
  'SC-PORTAL-1: the letter “%s” says that it can be done in My AMT Portal',
  (letter) => {
    const text = readFileSync(join(resourcesFolder(), 'letters', `${letter}.txt`), 'utf8');
    expect(text).toContain('My AMT Portal');
  },
);
