import { CopyMinus, FileSignature, GraduationCap, HandCoins, type LucideIcon, Mail } from 'lucide-react';
import type { WorklistName } from '../../../shared/domain/worklists.ts';
import type { WorkForms } from './work-forms.ts';

/** A form that works a row beside its list. */
export type WorkFormName = Exclude<keyof WorkForms, 'Cycle'>;

export interface WorkAction {
  readonly form: WorkFormName;
  readonly key: string;
  readonly text: string;
  readonly icon: LucideIcon;
}

const ACTIONS: Readonly<Record<WorkFormName, WorkAction>> = {
  Points: { form: 'Points', key: 'p', text: 'Record points…', icon: GraduationCap },
  Attestation: { form: 'Attestation', key: 'a', text: 'Record attestation…', icon: FileSignature },
  Payment: { form: 'Payment', key: 't', text: 'Take a payment…', icon: HandCoins },
  Duplicates: { form: 'Duplicates', key: 'x', text: 'Choose which stays…', icon: CopyMinus },
  Contact: { form: 'Contact', key: 'e', text: 'Change contact…', icon: Mail },
};

const FORMS: Readonly<Record<WorklistName, readonly WorkFormName[]>> = {
  ending: ['Points', 'Attestation', 'Payment', 'Contact'],
  'ended-short': ['Points', 'Attestation', 'Payment', 'Contact'],
  'in-grace': ['Points', 'Attestation', 'Payment', 'Contact'],
  'roll-blocked': ['Payment', 'Contact'],
  'past-due': ['Payment', 'Points', 'Attestation', 'Contact'],
  'over-cap': ['Contact'],
  duplicates: ['Duplicates', 'Contact'],
  unsupported: ['Points', 'Attestation', 'Payment', 'Contact'],
  // A lapse is cured by recertification, or taken back by a correction with its sentence.
  lapsed: ['Contact'],
};

/** What can be done about a row of a list without leaving it, what settles it first. */
export function actionsOf(list: WorklistName): readonly WorkAction[] {
  return FORMS[list].map((form) => ACTIONS[form]);
}
