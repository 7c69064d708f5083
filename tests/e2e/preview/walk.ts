import { AxeBuilder } from '@axe-core/playwright';
import { launchStanding } from '../launch.ts';

// Walks through the window of a real office, takes pictures, asks axe, and measures: node tests/e2e/preview/walk.ts OFFICE OUT light|dark
const [officeFolder = '', out = '.tmp/shots', scheme = 'light'] = process.argv.slice(2);
const { app, page } = await launchStanding({ officeFolder, args: ['--as-of=2026-11-22'] });
page.on('pageerror', (error) => console.log('page error:', error.message));
await page.setViewportSize({ width: 1366, height: 768 });
await page.emulateMedia({ colorScheme: scheme === 'dark' ? 'dark' : 'light' });

async function look(name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${out}/walk-${name}-${scheme}.png` });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  for (const one of violations)
    console.log(
      name,
      one.id,
      one.impact,
      one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)),
    );
  console.log(name, violations.length === 0 ? 'axe clean' : 'AXE');
}

async function go(place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, place);
  await page.waitForTimeout(900);
}

await page.locator('h1').waitFor();
await look('today');
await page.keyboard.press('?');
await look('keys');
await page.keyboard.press('Escape');
await page.keyboard.press('Control+k');
await page.keyboard.type('garcia mar', { delay: 30 });
await look('lookup');
await page.keyboard.press('ArrowDown');
await page.keyboard.press('Enter');
await page.waitForTimeout(800);
await page.keyboard.press('w');
await look('why');
await page.keyboard.press('e');
await look('contact');
await page.keyboard.press('Escape');
await go('/members/1799016?tab=points');
await look('points');
await go('/members');
await page.locator('.chip').first().click();
await look('chip');
await page.keyboard.press('Escape');
await page.getByRole('button', { name: 'Columns' }).click();
await look('columns');
await page.keyboard.press('Escape');
await page.getByRole('grid').focus();
for (const key of ['ArrowDown', 'ArrowDown', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown'])
  await page.keyboard.press(key);
await look('picked');
await page.keyboard.press('Escape');
await page.keyboard.press('/');
await page.keyboard.type('zzzz');
await look('none');
await go('/sweep');
await page.waitForTimeout(2500);
await look('sweep');
await app.close();
