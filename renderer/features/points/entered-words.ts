import type { ActivityPreview } from '../../../shared/domain/points.ts';
import { pointsWords } from './words.ts';

/** `6 points granted to Ann Lee: RMA 6, MT 6.` */
export function enteredWords({ granted, memberName, verdicts }: ActivityPreview): string {
  const counted = verdicts.filter(({ counts }) => counts).map(({ code, points }) => `${code} ${points}`);
  return `${pointsWords(granted)} granted to ${memberName}: ${counted.length === 0 ? 'counting for no open cycle' : counted.join(', ')}.`;
}
