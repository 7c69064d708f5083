import { lazy } from 'react';
import { ApplicationScreen } from '../features/recertification/application-screen.tsx';
import type { ScreenParams } from './routes.tsx';

/** The viewer reads PDFs with a large library, which nobody waits for who does not look at papers. */
const PdfViewer = lazy(async () => ({
  default: (await import('../features/pdf-viewer/pdf-viewer.tsx')).PdfViewer,
}));

/** An application for recertification, with the viewer that shows its papers. */
export function RecertificationRoute({ params }: ScreenParams) {
  return <ApplicationScreen params={params} Viewer={PdfViewer} />;
}
