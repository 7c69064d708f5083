import { setTimeout } from 'node:timers/promises';
import { printNotices } from '../../../electron/printing/print-notices.ts';
import { options } from '../../printing/sample-run.ts';
import { benchmarkRun } from './sample.ts';

/**
 * How printing shares its thread, which is never the window's own: milliseconds of the thread's processor time, which other programs on
 * the machine do not lengthen.
 */
export interface GivingWay {
  /** Up to the first sheet, for which the fonts are read, once. */
  readonly first: number;
  /** Longest time that the thread was held at once from then on. */
  readonly held: number;
  /** Longest time by the clock from cancelling to the end, nothing left behind. */
  readonly cancelled: number;
}

const CANCELLED = 10;

export async function measureGivingWay(sheets: number, outFile: string): Promise<GivingWay> {
  const turns: number[] = [];
  let began = process.threadCpuUsage();
  await printNotices(benchmarkRun(sheets), {
    ...options(outFile),
    onProgress() {
      const { user, system } = process.threadCpuUsage(began);
      turns.push((user + system) / 1000);
      began = process.threadCpuUsage();
    },
  });
  const [first = 0, ...others] = turns;
  let cancelled = 0;
  for (let time = 1; time <= CANCELLED; time++) {
    const cancel = new AbortController();
    const printed = printNotices(benchmarkRun(sheets), { ...options(outFile), signal: cancel.signal });
    const ended = printed.then(
      () => null,
      () => performance.now(),
    );
    await setTimeout(30 * time);
    const from = performance.now();
    cancel.abort();
    const at = await ended;
    if (at !== null) cancelled = Math.max(cancelled, at - from);
  }
  return { first, held: Math.max(...others), cancelled };
}
