import type { Page } from '@playwright/test';

/** Drops files from the disk on the window, as the system's file window does. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  // Only a file that was really chosen has a path; a script cannot make one.
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'files-to-drop';
    input.hidden = true;
    input.addEventListener('change', () => {
      input.dataset.chosen = 'yes';
    });
    document.body.append(input);
  });
  await page.setInputFiles('#files-to-drop', [...files]);
  await page.locator('#files-to-drop[data-chosen]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const input = document.querySelector('#files-to-drop');
    if (!(input instanceof HTMLInputElement)) return;
    const dataTransfer = new DataTransfer();
    for (const file of input.files ?? []) dataTransfer.items.add(file);
    const screen = document.querySelector('#screen') ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop'])
      screen.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    input.remove();
  });
}
