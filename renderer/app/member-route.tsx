import { lazy } from 'react';
import { MemberScreen } from '../features/member-page/member-screen.tsx';
import { ActivityDialog } from '../features/points/activity-dialog.tsx';
import { PointsPanel } from '../features/points/points-panel.tsx';
import type { ScreenParams } from './routes.tsx';

/** The viewer reads PDFs with a large library, which nobody waits for who does not look at what was sent. */
const PdfViewer = lazy(async () => ({
  default: (await import('../features/pdf-viewer/pdf-viewer.tsx')).PdfViewer,
}));

/** A member's page, with the member's points and the viewer that shows what was sent. */
export function MemberRoute({ params }: ScreenParams) {
  return (
    <MemberScreen params={params} Viewer={PdfViewer} Points={PointsPanel} AddActivity={ActivityDialog} />
  );
}
