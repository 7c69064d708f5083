import { expect, test } from '@playwright/test';
import { cover, PROOF, writeBatch } from '../services/intake/pages.ts';
import { ask } from './support/ask.ts';
import { deskForFile, go } from './support/desk.ts';
import { openAudits } from './support/intake-scenes.ts';
import { tempFolder } from './support/office.ts';

const desk = deskForFile();

test('pages are put in order by keyboard, filed to an activity, put back with a reason; every step is taken back and done again', async () => {
  const { page } = desk;
  const [first] = await openAudits(page);
  if (first === undefined) throw new Error('the sample has no open audit');
  const torn = { ...cover(first.audit), torn: 0.45 };
  await go(page, '/intake');
  const files = [await writeBatch(tempFolder(), 'post.pdf', [cover(first.audit), PROOF, torn, PROOF, PROOF])];
  await ask(page, 'intake.take', { files, channel: 'dropped' });
  const queue = page.getByRole('list', { name: 'Documents that wait' });
  await queue.getByRole('button').first().focus();
  await page.keyboard.press('v');
  const board = page.getByRole('region', { name: 'All pages of post.pdf' });
  /** `1 2 | 3 4 5`: the pages as they lie there. */
  const order = () =>
    board
      .getByRole('list')
      .evaluateAll((lists) =>
        lists
          .map((list) =>
            [...list.querySelectorAll('button')]
              .map((one) => one.getAttribute('aria-label')?.slice(5))
              .join(' '),
          )
          .join(' | '),
      );
  await expect.poll(order).toBe('1 2 | 3 4 5');
  const steps = async (keys: readonly (readonly [string, string])[]) => {
    for (const [key, expected] of keys) {
      await page.keyboard.press(key);
      await expect.poll(order, key).toBe(expected);
    }
  };
  await board.getByRole('button', { name: 'Page 4' }).focus();
  await steps([
    ['s', '1 2 | 3 4 | 5'],
    ['Alt+ArrowRight', '1 2 | 3 | 4 5'],
    ['Alt+ArrowRight', '1 2 | 3 | 5 4'],
    ['r', '1 2 | 3 | 5 4, turned right'],
    ['o', '1 2 | 3 | 5 | 4, turned right'],
    ['z', '1 2 | 3 | 5 4, turned right'],
    ['z', '1 2 | 3 | 5 4'],
    ['y', '1 2 | 3 | 5 4, turned right'],
  ]);
  // What is filed is not moved: the step before page 1 is none.
  await expect(board.getByRole('button', { name: 'Page 4, turned right' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(board.getByRole('button', { name: 'Page 5' })).toBeFocused();
  await page.keyboard.press('f');
  await page.keyboard.type(first.memberNo);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await board.getByText('● filed').allTextContents()).length).toBe(2);

  const { documents } = await ask(page, 'audits.case', { audit: first.audit });
  expect(documents.map(({ leaves }) => leaves.map((leaf) => [leaf.page, leaf.quarters]))).toContainEqual([
    [5, 0],
    [4, 1],
  ]);
  await board.getByRole('button', { name: 'Page 4, turned right' }).focus();
  await page.keyboard.press('u');
  await page.getByRole('dialog').getByLabel('Reason').fill('Of somebody else');
  await page.keyboard.press('Enter');
  await expect(board.getByText('● filed')).toHaveCount(1);
  await expect(page.getByText(/put it back \(Of somebody else\); it was filed/)).toBeVisible();
  await board.getByRole('button', { name: 'Page 3' }).dragTo(board.getByRole('button', { name: 'Page 5' }));
  await expect.poll(order).toBe('1 2 | 3 5 4, turned right');
});
