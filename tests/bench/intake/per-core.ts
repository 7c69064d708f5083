import { readPage } from '../../../electron/documents/reading/codes.ts';
import { openDocument } from '../../../electron/documents/reading/open-document.ts';
import { READING_LIMITS } from '../../../electron/documents/reading/reading.ts';

/** How many scanned pages one core reads a second: the processor's time of this process alone, whatever else the machine does. */
export async function perCore(pictures: readonly string[]): Promise<string> {
  const [first] = pictures;
  if (first === undefined) return 'no pages';
  const readOne = async (file: string) => {
    const document = await openDocument(file, 'jpeg', READING_LIMITS);
    await readPage(await document.page(1));
    await document.close();
  };
  // The decoder is compiled once.
  await readOne(first);
  const before = process.cpuUsage();
  for (const picture of pictures) await readOne(picture);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1_000_000;
  return `${(pictures.length / seconds).toFixed(1)} pages a second and core (${pictures.length} pages, ${seconds.toFixed(1)} s of processor time)`;
}
