import type { Claim } from './granted.ts';
import type { Step } from './step.ts';

// PB-CCP-6: "Retaking the examination is not a way to comply with CCP."
// The title alone tells: an examination that was taken again, never a course about examining.

const AGAIN = '(?:re-?(?:take|takes|taken|taking|took|sit|sat|sitting)|repeat(?:ed|ing)?)';
const EXAM = 'exam(?:ination)?s?';
const RETAKEN = new RegExp(String.raw`\b${AGAIN}\b.*\b${EXAM}\b|\b${EXAM}\b.*\b${AGAIN}\b`, 'i');

/** Nothing is granted for retaking the examination; null for anything else. */
export function retakenExam({ title }: Pick<Claim, 'title'>): Step | null {
  if (!RETAKEN.test(title)) return null;
  const text = 'Retaking the examination earns no points.';
  return { rule: 'exam-retake', points: 0, text, citation: 'PB-CCP-6', value: null };
}
