import { type ReactNode, useEffect, useState } from 'react';
import { type ErrorShape, toErrorShape } from '../../../shared/ipc/errors.ts';
import { ErrorState } from '../../components/notices.tsx';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { PdfPages } from './pdf-pages.tsx';
import type { SheetPlaces } from './sheet-places.ts';
import { ViewerBar } from './viewer-bar.tsx';
import './pdf-viewer.css';

export interface PdfViewerProps extends SheetPlaces {
  /** Of the PDF, within the window's own pages, e.g. `/runs/2026-12-A/2026-12-A.pdf`. */
  readonly address: string;
  readonly title: string;
  /** The sheet that is shown at first; without it, the first. */
  readonly startAt?: number;
  /** Sheets of the whole run. */
  readonly sheets: number;
  /** What Back leads to, as its button says it; without it, the run. */
  readonly backTo?: string;
  readonly actions: ReactNode;
  /** What to do where the PDF cannot be shown. */
  readonly remedy: ReactNode;
  readonly onClose: () => void;
}

/** A run's PDF page by page, as on paper: any number of pages, zoom, and the way to a sheet by its number. */
export function PdfViewer(props: PdfViewerProps) {
  const { address, title } = props;
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [failure, setFailure] = useState<ErrorShape | null>(null);

  useEffect(() => {
    document.title = `${title} – Standing`;
  }, [title]);

  useEffect(() => {
    let open: OpenPdf | null = null;
    let gone = false;
    setFailure(null);
    openPdf(address).then(
      (opened) => {
        open = opened;
        if (gone) opened.close();
        else setPdf(opened);
      },
      (error: unknown) => {
        if (!gone) setFailure(toErrorShape(error));
      },
    );
    return () => {
      gone = true;
      setPdf(null);
      open?.close();
    };
  }, [address]);

  if (pdf !== null) return <PdfPages {...props} pdf={pdf} />;
  return (
    <div className="pdf">
      <ViewerBar title={title} onClose={props.onClose} backTo={props.backTo} actions={null}>
        {null}
      </ViewerBar>
      <div className="pdf__missing">
        {failure === null ? (
          <p className="soft" role="status">
            Opening the sheets…
          </p>
        ) : (
          <>
            <ErrorState error={failure} />
            {props.remedy}
          </>
        )}
      </div>
    </div>
  );
}
