import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { memo, useEffect, useRef, useState } from 'react';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  readonly zoom: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** e.g. `Sheet 17 of 812`. */
  readonly label: string;
}

/** A page is drawn once it has been in sight so long, so that scrolling past thousands draws none of them. */
const SETTLED_MS = 60;

/** One page, drawn as on paper; its text is there for a screen reader and for those who search by it. */
export const PdfPage = memo(function PdfPage(props: PdfPageProps) {
  const { document: pdf, number, zoom, width, height, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let drawing: RenderTask | null = null;
    let gone = false;
    const timer = setTimeout(() => void draw(), SETTLED_MS);
    async function draw(): Promise<void> {
      try {
        const page = await pdf.getPage(number);
        const element = canvas.current;
        if (gone || element === null) return;
        const viewport = page.getViewport({ scale: (zoom * 96 * window.devicePixelRatio) / 72 });
        element.width = Math.floor(viewport.width);
        element.height = Math.floor(viewport.height);
        drawing = page.render({ canvas: element, viewport });
        await drawing.promise;
        const content = await page.getTextContent();
        if (!gone) setText(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
        setFailed(false);
      } catch {
        if (!gone) setFailed(true);
      }
    }
    return () => {
      gone = true;
      clearTimeout(timer);
      drawing?.cancel();
    };
  }, [pdf, number, zoom]);

  return (
    <figure className="pdf-page" style={{ width, height }} aria-label={label}>
      <canvas ref={canvas} className="pdf-page__canvas" />
      {failed ? <p className="pdf-page__failed">{label} cannot be drawn.</p> : null}
      <figcaption className="visually-hidden">{text}</figcaption>
    </figure>
  );
});
