import { useEffect, useRef, useState } from 'react';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { ErrorBanner } from '../../components/notices.tsx';
import { openPdfBytes } from './open-pdf.ts';
import './pdf-viewer.css';

interface SheetPreviewProps {
  /** The PDF, base64. */
  readonly pdf: string;
  /** What it shows, read aloud. */
  readonly label: string;
}

/** The first page of a PDF at hand, as wide as its place; the page before stays until the next one is drawn. */
export function SheetPreview({ pdf, label }: SheetPreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<ErrorShape | null>(null);

  useEffect(() => {
    let gone = false;
    let close: () => void = () => undefined;
    async function draw(): Promise<void> {
      const open = await openPdfBytes(bytesOf(pdf));
      close = open.close;
      const page = await open.document.getPage(1);
      const element = canvas.current;
      if (gone || element === null) return;
      const shown = element.parentElement?.clientWidth ?? 600;
      const { width } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (shown * window.devicePixelRatio) / width });
      // Drawn aside and put in place whole, so that nothing flickers while someone types.
      const aside = document.createElement('canvas');
      aside.width = Math.floor(viewport.width);
      aside.height = Math.floor(viewport.height);
      await page.render({ canvas: aside, viewport }).promise;
      const { items } = await page.getTextContent();
      if (gone) return;
      element.width = aside.width;
      element.height = aside.height;
      element.getContext('2d')?.drawImage(aside, 0, 0);
      setText(items.map((item) => ('str' in item ? item.str : '')).join(' '));
      setFailure(null);
    }
    draw()
      .catch((error: unknown) => {
        if (!gone) setFailure(toErrorShape(error));
      })
      .finally(() => close());
    return () => {
      gone = true;
    };
  }, [pdf]);

  return (
    <figure className="sheet-preview" aria-label={label}>
      {failure === null ? null : <ErrorBanner error={failure} />}
      <canvas ref={canvas} className="sheet-preview__canvas" />
      <figcaption className="visually-hidden">{text}</figcaption>
    </figure>
  );
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
