import { LapseScreen } from '../features/lapse/lapse-screen.tsx';
import { WORK_FORMS } from './work-forms.ts';

/** Lapse, with the forms by which a row is worked. */
export function LapseRoute() {
  return <LapseScreen forms={WORK_FORMS} />;
}
