import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright';

// Takes pictures of screens from a preview that `server.ts` serves:
// node tests/e2e/preview/shoot.ts OUT_FOLDER '/today' '/members?status=due' …

const [out = '.tmp/shots', ...places] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1366, height: 768 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1366, height: 768 } },
  { name: 'zoom', colorScheme: 'light', viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
] as const;
const wanted = (process.env.LOOKS ?? 'light,dark,zoom').split(',');
for (const { name, ...look } of looks.filter((one) => wanted.includes(one.name))) {
  const page = await browser.newPage(look);
  page.on('pageerror', (error) => console.log('page error:', error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') console.log('console:', message.text());
  });
  for (const place of places) {
    await page.goto(`http://127.0.0.1:5199/#${place}`);
    await page.locator('h1').waitFor();
    await page.waitForTimeout(500);
    const file = `${out}/${place.replace(/[^a-z0-9]+/gi, '-').replace(/^-/, '')}-${name}.png`;
    await page.screenshot({ path: file });
    console.log(file);
  }
  await page.close();
}
await browser.close();
