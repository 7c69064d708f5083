import type { ElectronApplication, Page } from 'playwright';
import type { Wait } from './waits.ts';

/** Something that took time, by the page's clock in ms. */
interface Span {
  readonly name: string;
  readonly start: number;
  readonly ms: number;
}

/** An answer of one of the threads behind the window. */
interface ThreadSpan extends Span {
  /** From the question taken up to the answer, and the thread's processor time in it. */
  readonly spent: { readonly ms: number; readonly processor: number };
}

/** What the window and the threads behind it did. */
export interface Doings {
  readonly asked: readonly Span[];
  readonly threads: readonly ThreadSpan[];
  /** Keys: how long each waited for its turn and was handled. */
  readonly keys: readonly (Span & { readonly delay: number })[];
  /** Frames of 50 ms and more: what of each was script, and what style and layout. */
  readonly frames: readonly (Span & { readonly script: number; readonly layout: number })[];
}

declare global {
  var phasesSeen: {
    asked: Span[];
    threads: ThreadSpan[];
    keys: (Span & { delay: number })[];
    frames: (Span & { script: number; layout: number })[];
    /** The clock's zero, in ms since 1970. */
    origin: number;
  };
}

/** Follows what the window and the threads behind it do, until asked for. */
export async function watchPhases(
  app: ElectronApplication,
  page: Page,
): Promise<{ stop(): Promise<Doings> }> {
  await app.evaluate(() => {
    globalThis.phasesSeen = {
      ...{ asked: [], threads: [], keys: [], frames: [] },
      origin: performance.timeOrigin,
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        globalThis.phasesSeen.threads.push({
          name: entry.name.replace('thread ', ''),
          start: entry.startTime,
          ms: entry.duration,
          // Node's measures carry what they were given; the type is the browser's.
          spent: (entry as PerformanceMeasure).detail,
        });
    }).observe({ entryTypes: ['measure'] });
  });
  await page.evaluate(() => {
    globalThis.phasesSeen = {
      ...{ asked: [], threads: [], keys: [], frames: [] },
      origin: performance.timeOrigin,
    };
    const seen = globalThis.phasesSeen;
    new PerformanceObserver((list) => {
      for (const { name, startTime, duration } of list.getEntries())
        seen.asked.push({ name: name.replace('ask ', ''), start: startTime, ms: duration });
    }).observe({ type: 'measure' });
    new PerformanceObserver((list) => {
      // Only such entries are observed.
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.name !== 'keydown' && entry.name !== 'keypress') continue;
        const { name, startTime: start, processingStart, processingEnd } = entry;
        seen.keys.push({
          name,
          start,
          ms: processingEnd - processingStart,
          delay: processingStart - start,
        });
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      // Long animation frames are newer than the types.
      for (const entry of list.getEntries() as (PerformanceEntry & {
        readonly styleAndLayoutStart: number;
        readonly scripts: readonly { readonly duration: number }[];
      })[]) {
        const { name, startTime: start, duration: ms, styleAndLayoutStart, scripts } = entry;
        const layout = styleAndLayoutStart === 0 ? 0 : start + ms - styleAndLayoutStart;
        const script = scripts.reduce((sum, { duration }) => sum + duration, 0);
        seen.frames.push({ name, start, ms, script, layout });
      }
    }).observe({ type: 'long-animation-frame' });
  });
  return {
    async stop() {
      const behind = await app.evaluate(() => globalThis.phasesSeen);
      const here = await page.evaluate(() => globalThis.phasesSeen);
      const shift = behind.origin - here.origin;
      const threads = behind.threads.map((span) => ({ ...span, start: span.start + shift }));
      return { ...here, threads };
    },
  };
}

/** Where the time of an Enter went, in words. */
export function phasesOf({ pressed, focused, ms }: Wait, doings: Doings): string {
  const ready = pressed + ms;
  const during = <One extends Span>(spans: readonly One[]) =>
    spans.filter((span) => span.start < ready && span.start + span.ms > pressed);
  const keys = doings.keys.filter(({ start }) => Math.abs(start - pressed) < 1);
  return [
    ...(keys.length === 0
      ? []
      : [
          `waited ${said(Math.min(...keys.map(({ delay }) => delay)))} and was handled in ${said(keys.reduce((sum, key) => sum + key.ms, 0))}`,
        ]),
    `${said(focused - pressed)} until the focus moved, ${said(ready - focused)} until it was drawn`,
    ...during(doings.asked).map((span) => `asked ${span.name} for ${said(span.ms)}`),
    ...during(doings.threads).map(
      ({ name, ms: all, spent }) =>
        `thread: ${name} in ${said(all)}, at work ${said(spent.ms)}, processor ${said(spent.processor)}`,
    ),
    ...during(doings.frames).map(
      ({ ms: all, script, layout }) =>
        `frame of ${said(all)}, script ${said(script)}, style and layout ${said(layout)}`,
    ),
  ].join('; ');
}

function said(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
