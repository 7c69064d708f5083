import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { textLayer } from '../words/text-layer.ts';
import { type OpenDocument, refuseLarge, UnreadableDocument } from './open-document.ts';
import { whiteCanvas } from './raster.ts';
import type { ReadingLimits } from './reading.ts';

// pdfjs takes a helper process of Electron for a browser; there is no document to draw in, so it is to use the canvas that it uses in Node.
if (process.versions.electron !== undefined) Object.defineProperty(process, 'type', { value: 'browser' });
const { getDocument, PasswordException, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');

/** The folder of the package: its fonts and decoders lie beside its code. */
const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string) => `${join(PACKAGE, name)}/`;

/** A PDF's unit is 1/72 inch; a page is drawn from this many pixels for each of them. */
const UNIT = 1;

/**
 * pdfjs leaves out an image over the limit and only warns: the page would pass for a blank one. Nothing else of this process is printed.
 */
const LEFT_OUT = 'exceeded maximum allowed size';
let leftOut = false;
console.warn = (...words: readonly unknown[]) => {
  if (words.join(' ').includes(LEFT_OUT)) leftOut = true;
};

/** The pages of a PDF; nothing in it is executed or fetched. @throws UnreadableDocument */
export async function openPdf(bytes: Buffer, limits: ReadingLimits): Promise<OpenDocument> {
  const loading = getDocument({
    // pdfjs takes the buffer over.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.WARNINGS,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    maxImageSize: limits.pixels,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    wasmUrl: pathToFileURL(folder('wasm')).href,
    iccUrl: folder('iccs'),
  });
  const document = await loading.promise.catch((error: unknown) => {
    throw new UnreadableDocument(error instanceof PasswordException ? 'encrypted' : 'broken');
  });
  return {
    pages: document.numPages,
    async page(number) {
      const page = await document.getPage(number).catch(broken);
      const { width, height } = page.getViewport({ scale: UNIT });
      if (!(width >= 1 && height >= 1)) throw new UnreadableDocument('broken');
      return {
        width,
        height,
        async at(scale) {
          refuseLarge({ width: width * scale, height: height * scale }, limits);
          const { canvas, context } = whiteCanvas(width * scale, height * scale);
          const viewport = page.getViewport({ scale: UNIT * scale });
          // @napi-rs/canvas draws what a browser's canvas does, under its own types.
          const canvasContext = context as unknown as CanvasRenderingContext2D;
          leftOut = false;
          await page.render({ canvas: null, canvasContext, viewport }).promise.catch(broken);
          page.cleanup();
          if (leftOut) throw new UnreadableDocument('too-large-pages');
          return context.getImageData(0, 0, canvas.width, canvas.height);
        },
        text: () => textLayer(page).catch(broken),
      };
    },
    close: async () => {
      await loading.destroy();
    },
  };
}

function broken(): never {
  throw new UnreadableDocument('broken');
}
