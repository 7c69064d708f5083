import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../../app/use-keys.ts';
import type { OpenPdf } from './open-pdf.ts';
import { fitWidth, GAP, nextZoom, pageInView, pixels, zoomSteps } from './page-layout.ts';
import { PdfPage } from './pdf-page.tsx';
import type { PdfViewerProps } from './pdf-viewer.tsx';
import { SheetField } from './sheet-field.tsx';
import { isBack, pageOf, sheetOf } from './sheet-places.ts';
import { ViewerBar } from './viewer-bar.tsx';
import { ZoomButtons } from './zoom-buttons.tsx';

interface PdfPagesProps extends PdfViewerProps {
  readonly pdf: OpenPdf;
}

/** The pages of an open PDF in one scrolling column; only those in sight are drawn. */
export function PdfPages(props: PdfPagesProps) {
  const { pdf, title, startAt, sheets, backTo, actions, onClose } = props;
  const scroller = useRef<HTMLElement>(null);
  const count = pdf.document.numPages;
  const steps = useMemo(() => zoomSteps(count, pdf.height), [count, pdf.height]);
  // At first as large as on paper, or as there is room for.
  const [chosen, setChosen] = useState<number | 'fit' | null>(null);
  const fit = fitWidth(useWidth(scroller), pdf.width, steps);
  const zoom = chosen === 'fit' ? fit : (chosen ?? Math.min(1, fit));
  const width = pixels(pdf.width, zoom);
  const height = pixels(pdf.height, zoom);

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height + GAP,
    overscan: 1,
    paddingStart: GAP,
  });
  const offset = virtualizer.scrollOffset ?? 0;
  const page = pageInView(offset, scroller.current?.clientHeight ?? 0, height, count);

  // The page one looks at stays in place when its size changes.
  const kept = useRef(0);
  const before = useRef(height);
  if (before.current === height) kept.current = Math.max(0, offset - GAP) / (height + GAP);
  useLayoutEffect(() => {
    if (before.current === height) return;
    before.current = height;
    virtualizer.measure();
    virtualizer.scrollToOffset(kept.current === 0 ? 0 : kept.current * (height + GAP) + GAP);
  }, [height, virtualizer]);

  const goTo = (index: number) => {
    virtualizer.scrollToOffset(Math.min(Math.max(index, 0), count - 1) * (height + GAP));
    scroller.current?.focus();
  };
  const resize = (direction: 1 | -1) => setChosen(nextZoom(zoom, direction, steps));
  useKeys('Sheets', [
    { keys: ['n', 'j'], does: 'Next sheet', run: () => goTo(page + 1) },
    { keys: ['p', 'k'], does: 'Sheet before', run: () => goTo(page - 1) },
    { keys: ['+', '='], does: 'Larger', run: () => resize(1) },
    { keys: '-', does: 'Smaller', run: () => resize(-1) },
    { keys: '0', does: 'As wide as the window', run: () => setChosen('fit') },
    { keys: 'g', does: 'Go to a sheet', run: () => document.getElementById('pdf-sheet')?.focus() },
    { keys: 'Escape', does: `Back to ${backTo ?? 'the run'}`, run: onClose },
  ]);
  useEffect(() => scroller.current?.focus(), []);
  const first = useRef(startAt === undefined ? 0 : pageOf(props, startAt));
  useLayoutEffect(() => {
    if (first.current > 0) virtualizer.scrollToOffset(first.current * (height + GAP));
    first.current = 0;
  }, [height, virtualizer]);

  return (
    <div className="pdf">
      <ViewerBar title={title} onClose={onClose} backTo={backTo} actions={actions}>
        <SheetField
          sheet={sheetOf(props, page)}
          first={sheetOf(props, 0)}
          last={sheetOf(props, count - 1)}
          of={sheets}
          onGo={(sheet) => goTo(pageOf(props, sheet))}
        />
        <ZoomButtons zoom={zoom} fits={chosen === 'fit'} onZoom={resize} onFit={() => setChosen('fit')} />
      </ViewerBar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section ref={scroller} className="pdf__scroller" tabIndex={0} aria-label="Sheets">
        <div className="pdf__column" style={{ height: virtualizer.getTotalSize(), minWidth: width }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div key={item.key} className="pdf__place" style={{ transform: `translateY(${item.start}px)` }}>
              <PdfPage
                document={pdf.document}
                number={item.index + 1}
                zoom={zoom}
                width={width}
                height={height}
                label={`${isBack(props, item.index) ? 'Back of sheet' : 'Sheet'} ${sheetOf(props, item.index)} of ${sheets}`}
              />
            </div>
          ))}
        </div>
      </section>
    </div>
  );
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(900);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const observer = new ResizeObserver(() => setWidth(observed.clientWidth));
    observer.observe(observed);
    setWidth(observed.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
