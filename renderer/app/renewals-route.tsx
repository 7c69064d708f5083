import { lazy } from 'react';
import { RenewalsScreen } from '../features/renewals/renewals-screen.tsx';

/** The viewer reads PDFs with a large library, which nobody waits for who does not look at sheets. */
const PdfViewer = lazy(async () => ({
  default: (await import('../features/pdf-viewer/pdf-viewer.tsx')).PdfViewer,
}));

/** Renewals, with the viewer that shows a run's sheets. */
export function RenewalsRoute() {
  return <RenewalsScreen Viewer={PdfViewer} />;
}
