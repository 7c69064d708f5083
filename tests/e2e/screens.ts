import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { openDesk } from './support/desk.ts';
import { makeSampleOffice } from './support/office.ts';
import { clearScene, prepareScenes, SCENES } from './support/scenes.ts';

// Pictures of every screen and its main dialogs on a sample office, light and dark, 1366 × 768:
// node tests/e2e/screens.ts OUT_FOLDER [SCENE …]

const [out = 'test-results/screens', ...wanted] = process.argv.slice(2);
const folder = resolve(out);
mkdirSync(folder, { recursive: true });
const temp = mkdtempSync(join(tmpdir(), 'standing-screens-'));

async function picture(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
}

try {
  if (wanted.length === 0 || wanted.includes('first-start')) {
    const first = await openDesk(join(temp, 'none'));
    await picture(first.page, 'first-start');
    await first.close();
  }
  const office = join(temp, 'office');
  await makeSampleOffice(office, 2_000);
  const desk = await openDesk(office);
  await prepareScenes(desk);
  for (const scene of SCENES) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
    await clearScene(desk.page);
    try {
      await scene.show(desk);
    } catch (error) {
      // The picture tells why; the others are wanted all the same.
      console.error(`${scene.name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      process.exitCode = 1;
    }
    await picture(desk.page, scene.name);
  }
  await desk.close();
} finally {
  rmSync(temp, { recursive: true, force: true });
}
