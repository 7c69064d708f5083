import type { CycleSpan } from '../../../../shared/domain/member-page.ts';
import { displayDate } from '../../../../shared/util/dates.ts';

/** Widest a character of the timeline's type is on average, pixels. */
const CHARACTER = 6.6;
const PADDING = 16;

/** `2025–28`, the years that a cycle runs through. */
export function cycleName(cycle: CycleSpan): string {
  // Its end is the day before an anniversary; the cycle is named for the anniversary.
  const from = Number(cycle.start.slice(0, 4));
  const to = Number(cycle.end.slice(0, 4)) + (cycle.end.endsWith('-12-31') ? 1 : 0);
  return `${from}–${String(to % 100).padStart(2, '0')}`;
}

/** The longest way to say a cycle that fits into `width` pixels; empty where nothing does. */
export function cycleLabel(cycle: CycleSpan, width: number): string {
  const name = cycleName(cycle);
  const ways = [...longToShort(cycle, name), ''];
  return ways.find((words) => words.length * CHARACTER + PADDING <= width) ?? '';
}

function longToShort(cycle: CycleSpan, name: string): readonly string[] {
  if (cycle.state === 'waiting') return [name];
  if (cycle.state === 'rolled')
    return cycle.attested ? [`${name} ✓ attested`, `${name} ✓`, '✓'] : [`${name} ✓`, '✓'];
  if (cycle.required === 0) return [`${name}: CCP voluntary`, name];
  if (cycle.attested) return [`${name}: attested`, 'attested', name];
  const toGo = Math.max(0, cycle.required - cycle.counted);
  const of = `${cycle.counted} of ${cycle.required}`;
  return toGo === 0
    ? [`${name}: ${of}, complete`, `${name}: ${of}`, of]
    : [`${name}: ${of}, ${toGo} to go`, `${name}: ${of}`, of];
}

/** What a cycle is in full: `Cycle 1 May 2025 to 30 April 2028: 10 of 30 points, 20 to go`. */
export function cycleWords(cycle: CycleSpan): string {
  return `Cycle ${displayDate(cycle.start)} to ${displayDate(cycle.end)}: ${stateWords(cycle)}`;
}

function stateWords(cycle: CycleSpan): string {
  if (cycle.state === 'waiting') return 'waits for the one before it';
  if (cycle.required === 0) return 'CCP voluntary, no points required';
  const points = `${cycle.counted} of ${cycle.required} points`;
  const attested = cycle.attested ? ', attested' : '';
  if (cycle.state === 'rolled') return `complete, ${points}${attested}`;
  const toGo = Math.max(0, cycle.required - cycle.counted);
  return `${points}${attested}${toGo > 0 && !cycle.attested ? `, ${toGo} to go` : ''}`;
}

/** How far an open cycle is, 0 to 1; 1 where nothing more is asked. */
export function cycleProgress(cycle: CycleSpan): number {
  if (cycle.state === 'waiting') return 0;
  if (cycle.state === 'rolled' || cycle.attested || cycle.required === 0) return 1;
  return Math.min(1, cycle.counted / cycle.required);
}
