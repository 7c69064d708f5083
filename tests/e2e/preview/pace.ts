import { launchStanding } from '../launch.ts';

// How fast the window of a large office answers: node tests/e2e/preview/pace.ts OFFICE
// Times are taken in the page, from the event to the second frame after the answer is in the document.
const [officeFolder = ''] = process.argv.slice(2);
const started = performance.now();
const { app, page, shell } = await launchStanding({ officeFolder, args: ['--as-of=2026-11-22'] });
await page.locator('.overview__count').first().waitFor();
console.log(`${shell}: first screen with counts ${Math.round(performance.now() - started)} ms after launch`);
await page.setViewportSize({ width: 1366, height: 768 });

const summary = (times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (${sorted.length})`;
};

const keystrokes = await page.evaluate(async () => {
  const field = document.querySelector<HTMLInputElement>('#lookup');
  if (field === null) throw new Error('no lookup');
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  const times: number[] = [];
  field.focus();
  for (const text of [
    'garcia maria',
    'smith j',
    '7004',
    'kowalczyk',
    'obrien',
    'wojcik',
    'marqez',
    '60018',
    'nguyen t',
  ]) {
    for (let length = 1; length <= text.length; length++) {
      const typed = text.slice(0, length);
      if (typed.endsWith(' ')) continue;
      const list = document.querySelector('.lookup__panel');
      if (list === null) throw new Error('no hits');
      const start = performance.now();
      await new Promise<void>((done) => {
        const seen = new MutationObserver(() => {
          seen.disconnect();
          done();
        });
        seen.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
        write?.call(field, typed);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        setTimeout(done, 400);
      });
      await painted();
      times.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 30));
    }
    write?.call(field, '');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.blur();
  return times;
});
console.log('keystroke to painted:', summary(keystrokes));

await page.evaluate(() => {
  location.hash = '/members';
});
await page.locator('.table-row .member-link').first().waitFor();
const sorts: number[] = [];
const places = [
  'zip',
  '-owedCents',
  'status',
  '-name',
  'pointsOutstanding',
  'city',
  'nextDueOn',
  'memberNo',
].map((sort) => `sort=${sort}`);
for (const place of [
  ...places,
  'status=past-due',
  'code=RMA&state=TX',
  'month=12',
  'attention=points-outstanding',
  'text=garcia',
  'text=qqq',
]) {
  sorts.push(
    await page.evaluate(async (query) => {
      const busy = () => document.querySelector('[role="grid"]')?.getAttribute('aria-busy') === 'true';
      const start = performance.now();
      location.hash = `/members?${query}`;
      await new Promise((done) => setTimeout(done, 4));
      while (busy()) await new Promise((done) => setTimeout(done, 2));
      await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    }, place),
  );
  console.log('  ', place, Math.round(sorts.at(-1) ?? 0), 'ms');
  await page.waitForTimeout(80);
}
console.log('sort or filter to painted:', summary(sorts));

await page.evaluate(() => {
  location.hash = '/members';
});
await page.waitForTimeout(500);
const frames = await page.evaluate(async () => {
  const grid = document.querySelector('[role="grid"]');
  if (grid === null) throw new Error('no table');
  const times: number[] = [];
  let before = performance.now();
  for (let step = 0; step < 300; step++) {
    grid.scrollTop += step % 50 === 49 ? 200_000 : 120;
    await new Promise((done) => requestAnimationFrame(done));
    const now = performance.now();
    times.push(now - before);
    before = now;
  }
  return times;
});
console.log(
  'frames while scrolling:',
  summary(frames),
  'over 50 ms:',
  frames.filter((time) => time > 50).length,
);
await app.close();
