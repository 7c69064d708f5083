import { LapseScreen } from '../features/lapse/lapse-screen.tsx';
import { StartDialog } from '../features/recertification/start-dialog.tsx';
import { WORK_FORMS } from './work-forms.ts';
import '../features/recertification/recertification.css';

/** Lapse, with the forms by which a row is worked. */
export function LapseRoute() {
  return <LapseScreen forms={WORK_FORMS} Start={StartDialog} />;
}
