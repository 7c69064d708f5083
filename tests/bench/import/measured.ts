import { readFileSync } from 'node:fs';

export interface Measured {
  readonly ms: number;
  /** Processor time of all threads, which other programs on the machine disturb less. */
  readonly cpuMs: number;
  /** The process at its largest, with the pages of the database file that it had mapped. */
  readonly megabytes: number;
  /** The same without them, by samples; null where the system does not tell. */
  readonly ownMegabytes: number | null;
}

const SAMPLED_EVERY_MS = 20;

/** Times an action in a process that does nothing else. */
export async function measured(action: () => unknown): Promise<Measured> {
  let ownMegabytes = anonymousMegabytes();
  const sample = () => {
    ownMegabytes = larger(ownMegabytes, anonymousMegabytes());
  };
  const samples = setInterval(sample, SAMPLED_EVERY_MS);
  const from = performance.now();
  const cpu = process.cpuUsage();
  await action();
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  sample();
  clearInterval(samples);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms, cpuMs: (user + system) / 1000, megabytes, ownMegabytes };
}

/** Linux alone tells. */
function anonymousMegabytes(): number | null {
  try {
    const kilobytes = /^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}
