import type { IntakePart } from '../../shared/domain/intake.ts';
import { CaseScreen } from '../features/audits/case-screen.tsx';
import { DestroyedNote } from '../features/intake/destroyed-note.tsx';
import { PagePicture } from '../features/intake/page-picture.tsx';
import { SubstituteDialog } from './audit/substitute-dialog.tsx';
import type { ScreenParams } from './routes.tsx';
import '../features/intake/intake.css';

/** A case of the audit, with the pages that intake filed to it and the fields of an activity that is put in another's place. */
export function AuditCaseRoute({ params }: ScreenParams) {
  return <CaseScreen params={params} Pages={Pages} Substitute={SubstituteDialog} />;
}

/** `r` reduces an activity here, so that `t` turns the page. */
function Pages({ part, onPage }: { readonly part: IntakePart; readonly onPage: (page: number) => void }) {
  if (part.destroyed !== null) return <DestroyedNote destroyed={part.destroyed} />;
  return <PagePicture part={part} turnKey="t" onPage={onPage} />;
}
