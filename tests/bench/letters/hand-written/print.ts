import { deflateSync } from 'node:zlib';
import { PAGE_DEFLATE } from '../../../../electron/printing/print-notices.ts';
import { FACES } from '../../../../electron/printing/type/face.ts';
import { RESOURCES } from '../../../printing/sample-run.ts';
import { benchmarkRun } from '../sample.ts';
import { letterWords } from '../words.ts';
import { Drawing, type Once } from './drawing.ts';
import { letterPage } from './letter.ts';
import { ObjectFile } from './object-file.ts';
import { OwnFace, utf16 } from './own-face.ts';

/**
 * The same letters by a PDF writer written for them alone, with our compression and our QR codes: each object is a string, what letters
 * share is a form XObject, text is not kerned, fonts are embedded whole, nothing is checked, nobody else gets a turn.
 */
export async function printByHand(sheets: number, out: string): Promise<void> {
  const file = new ObjectFile(out);
  const catalog = file.reserve();
  const pages = file.reserve();
  const outline = file.reserve();
  const resources = file.reserve();
  const face = (resource: string, name: keyof typeof FACES) =>
    new OwnFace(resource, file.reserve(), `${RESOURCES}/fonts/${FACES[name]}`);
  const faces = {
    text: face('F1', 'text'),
    textBold: face('F2', 'textBold'),
    textItalic: face('F3', 'textItalic'),
    plain: face('F4', 'plain'),
    plainBold: face('F5', 'plainBold'),
  };
  const fonts = `/Font<<${Object.values(faces)
    .map((each) => each.entry)
    .join('')}>>`;
  const { once, entries } = forms(file, fonts);

  const kids: string[] = [];
  const first = file.reserve();
  let bookmark = first;
  let previous = '';
  let last = first;
  for (const sheet of benchmarkRun(sheets)) {
    const drawn = letterPage(faces, letterWords(sheet), sheet.memberName, once);
    const contents = file.reserve();
    const page = file.reserve();
    const next = sheet.sheet < sheets ? file.reserve() : null;
    file.stream(contents, '', deflateSync(drawn.content(), PAGE_DEFLATE));
    file.write(
      page,
      `<</Type/Page/Parent ${pages} 0 R/MediaBox[0 0 612 792]/Contents ${contents} 0 R/Resources ${resources} 0 R>>`,
    );
    const title = utf16(`${sheet.sheet}  ${sheet.memberName}  ${sheet.memberNo}`);
    file.write(
      bookmark,
      `<</Title<feff${title}>/Parent ${outline} 0 R/Dest[${page} 0 R/Fit]${previous}${next === null ? '' : `/Next ${next} 0 R`}>>`,
    );
    kids.push(`${page} 0 R`);
    previous = `/Prev ${bookmark} 0 R`;
    last = bookmark;
    bookmark = next ?? last;
  }

  for (const each of Object.values(faces)) each.write(file);
  file.write(resources, `<<${fonts}/XObject<<${entries()}>>>>`);
  file.write(pages, `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`);
  file.write(outline, `<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${kids.length}>>`);
  file.write(catalog, `<</Type/Catalog/Lang(en-US)/Pages ${pages} 0 R/Outlines ${outline} 0 R>>`);
  file.end(catalog);
}

/** The form XObjects of a file, each written when it is first wanted, and their entries among the resources. */
function forms(file: ObjectFile, fonts: string): { readonly once: Once; readonly entries: () => string } {
  const made = new Map<string, { readonly id: number; readonly name: string; readonly height: number }>();
  const once: Once = (key, draw) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const drawing = new Drawing();
    const height = draw(drawing);
    const id = file.reserve();
    const entries = `/Type/XObject/Subtype/Form/BBox[0 -400 612 792]/Resources<<${fonts}>>`;
    file.stream(id, entries, deflateSync(drawing.content()));
    const form = { id, name: `X${id}`, height };
    made.set(key, form);
    return form;
  };
  return { once, entries: () => [...made.values()].map(({ id, name }) => `/${name} ${id} 0 R`).join('') };
}
