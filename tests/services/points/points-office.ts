import type { Office } from '../../../electron/services/office.ts';
import { enterActivity } from '../../../electron/services/points/enter.ts';
import { previewActivity } from '../../../electron/services/points/preview.ts';
import type { ActivityDraft, EntryVerdict } from '../../../shared/domain/points.ts';
import { TODAY } from '../../temp-office.ts';
import { ANN, type Held, smallOffice } from '../payments/small-office.ts';

/** Ann's RMA is in its third cycle, 1 May 2025 to 30 April 2028, her MT in its first; all her fees are paid. Old Bo is not bound by CCP. */
export const BO = '700004';
export const LAPSING = '700005';
const PEOPLE: readonly Held[] = [
  { memberNo: ANN, name: ['Ann', 'Lee'], code: 'RMA', certifiedOn: '2025-05-01', fees: 1, paid: 1 },
  { memberNo: ANN, name: ['Ann', 'Lee'], code: 'MT', certifiedOn: '2024-11-02', fees: 2, paid: 2 },
  { memberNo: BO, name: ['Bo', 'Ash'], code: 'RMA', certifiedOn: '2003-05-10', fees: 23, paid: 23 },
  // The cycle to 31 March 2026 ended without points.
  { memberNo: LAPSING, name: ['Lou', 'Dee'], code: 'RPT', certifiedOn: '2023-04-01', fees: 3, paid: 3 },
];

export function pointsOffice(people: readonly Held[] = PEOPLE): Promise<Office> {
  return smallOffice(people);
}

/** A course of six hours that counts for Ann's RMA and MT, unless told otherwise. */
export function draft(told: Partial<ActivityDraft> = {}): ActivityDraft {
  return {
    category: 'professional-education',
    title: 'Phlebotomy update',
    provider: 'County College',
    completedOn: '2026-03-01',
    employedFrom: null,
    employedTo: null,
    hours: 6,
    claimed: null,
    criteria: { job: true, knowledge: false, degree: false },
    source: 'staff',
    evidence: 'member',
    ...told,
  };
}

/** An employment with twelve points claimed, unless told otherwise. */
export function employment(employedFrom: string, employedTo: string | null, claimed = 12): ActivityDraft {
  return draft({
    category: 'employment-verification',
    title: 'Lakeside Clinic',
    provider: '',
    completedOn: null,
    employedFrom,
    employedTo,
    hours: null,
    claimed,
  });
}

/** What would be said of a draft for one certification of a member. */
export async function verdictFor(
  office: Office,
  code: string,
  typed: ActivityDraft,
  memberNo = ANN,
): Promise<EntryVerdict> {
  const preview = await previewActivity(office, { ...typed, memberNo }, TODAY);
  const verdict = preview.verdicts.find((one) => one.code === code);
  if (verdict === undefined)
    throw new Error(`Nothing is said of ${code}: ${preview.problem?.text ?? 'no such certification'}`);
  return verdict;
}

/** Enters a draft, confirmed, and answers its number. */
export async function enter(office: Office, typed: ActivityDraft, memberNo = ANN): Promise<number> {
  const { activity } = await enterActivity(office, { ...typed, memberNo }, true);
  if (activity === null) throw new Error('It was confirmed');
  return activity;
}
