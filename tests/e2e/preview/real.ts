import { launchStanding } from '../launch.ts';

const [out, scheme, ...places] = process.argv.slice(2);
const { app, page, shell } = await launchStanding({
  officeFolder: process.env.OFFICE ?? '/tmp/office',
  args: ['--as-of=2026-11-22'],
});
console.log(shell, page.url());
page.on('pageerror', (error) => console.log('page error:', error.message));
page.on('console', (m) => m.type() === 'error' && console.log('console:', m.text()));
await page.setViewportSize({ width: 1366, height: 768 });
await page.emulateMedia({ colorScheme: scheme as 'light' });
for (const place of places) {
  await page.evaluate((p) => {
    location.hash = p;
  }, place);
  await page.waitForTimeout(1200);
  const file = `${out}/real-${place.replace(/[^a-z0-9]+/gi, '-').replace(/^-/, '')}-${scheme}.png`;
  await page.screenshot({ path: file });
  console.log(file);
}
await app.close();
