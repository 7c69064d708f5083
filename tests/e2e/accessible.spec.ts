import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './support/accessible.ts';
import { deskForFile, openDesk } from './support/desk.ts';
import { tempFolder } from './support/office.ts';
import { clearScene, prepareScenes, SCENES } from './support/scenes.ts';

const desk = deskForFile();

test.beforeAll(() => prepareScenes(desk));

for (const scene of SCENES)
  test(`${scene.name}: WCAG 2.2 AA in light and dark; no sideways scroll in the smallest window and at 200 %`, async () => {
    const { page } = desk;
    await clearScene(page);
    await scene.show(desk);
    await expectAccessible(page, scene.name);
    await page.setViewportSize({ width: 1100, height: 700 });
    await expectNoSidewaysScroll(page, `${scene.name} at 1100 × 700`);
    await page.setViewportSize({ width: 683, height: 384 });
    await expectNoSidewaysScroll(page, `${scene.name} at 1366 × 768 and 200 %`);
    await page.setViewportSize({ width: 1366, height: 768 });
  });

test('first start: WCAG 2.2 AA in light and dark; no sideways scroll', async () => {
  const first = await openDesk(join(tempFolder(), 'office'));
  await expectAccessible(first.page, 'first start');
  await first.page.setViewportSize({ width: 683, height: 384 });
  await expectNoSidewaysScroll(first.page, 'first start at 200 %');
  expect(first.complaints()).toEqual([]);
  await first.close();
});
