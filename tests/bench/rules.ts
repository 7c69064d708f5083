// How long the rules take for a whole office in memory: `node tests/bench/rules.ts [certifications]`, by processor time.
// 100,000 members with 130,000 certifications, 1,000,000 activities and rather more fees than speed.md's 250,000.
// The reference beside it, "touch", reads the same facts once and decides nothing.
import { fileURLToPath } from 'node:url';
import { loadPolicyBook } from '../../electron/policy/load-policy-book.ts';
import { evaluateStanding } from '../../electron/rules/evaluate-standing.ts';
import { judge } from '../../electron/rules/judge.ts';
import { CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import type { ActivityFact, Facts, FeeFact } from '../../shared/domain/facts.ts';
import { addDays, addYears, dateKey, daysBetween } from '../../shared/util/dates.ts';

const AS_OF = '2026-11-22';
// From then on, so that there are some years of history but not two million fees.
const FIRST_CERTIFIED = '2014-01-01';
const ACTIVITIES = 10;
const TARGET_US = 10;

const largest = Number(process.argv[2] ?? 130_000);
const policy = loadPolicyBook(fileURLToPath(new URL('../../resources', import.meta.url)));

const [small, large] = [measureRules(Math.ceil(largest / 10)), measureRules(largest)];
console.log(
  `evaluateStanding grew ${(large / small).toFixed(1)} × for 10 × the certifications (12 × would be a defect)`,
);

/** @returns processor time in ms of evaluating all, in the middle of five rounds */
function measureRules(certifications: number): number {
  const office = sampleFacts(certifications);
  const fees = office.reduce((sum, facts) => sum + facts.fees.length, 0);
  console.log(
    `${certifications} certifications, ${ACTIVITIES} activities a member, ${fees} fees, as of ${AS_OF}`,
  );
  let checksum = 0;
  print('touch', certifications, () => {
    for (const facts of office) checksum += touch(facts);
  });
  print('judge', certifications, () => {
    for (const facts of office) checksum += judge(facts, policy, AS_OF).fees.owedCents;
  });
  const evaluated = print('evaluateStanding', certifications, () => {
    for (const facts of office) checksum += evaluateStanding(facts, policy, AS_OF).reasons.length;
  });
  if (checksum === 0) throw new Error('nothing was evaluated');
  return evaluated;
}

function print(name: string, certifications: number, run: () => void): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const before = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  const [best = 0, , median = 0] = times.toSorted((a, b) => a - b);
  const each = (median * 1000) / certifications;
  const taken = `${median.toFixed(0)} ms (best ${best.toFixed(0)}), ${each.toFixed(2)} µs each`;
  console.log(`  ${name}: ${taken} (target ${TARGET_US}, ratio ${(each / TARGET_US).toFixed(2)})`);
  return median;
}

function touch(facts: Facts): number {
  let sum = dateKey(facts.certification.certifiedOn);
  for (const fee of facts.fees) sum += dateKey(fee.yearStart) + fee.paidCents;
  for (const activity of facts.activities) {
    sum += activity.points;
    if (activity.category !== 'employment-verification') sum += dateKey(activity.completedOn);
  }
  return sum;
}

function sampleFacts(count: number): readonly Facts[] {
  const random = randomFrom(7);
  const all: Facts[] = [];
  while (all.length < count) {
    const activities = sampleActivities(random);
    // 130 certifications for 100 members: those of one member share the very same activities.
    const own = random() < 0.3 ? 2 : 1;
    for (let i = 0; i < own && all.length < count; i++) all.push(sampleCertification(random, activities));
  }
  return all;
}

function sampleCertification(random: () => number, activities: readonly ActivityFact[]): Facts {
  const certifiedOn = addDays(FIRST_CERTIFIED, Math.floor(random() * daysBetween(FIRST_CERTIFIED, AS_OF)));
  const fees: FeeFact[] = [];
  const paidUp = random() < 0.8;
  const yearsOnFile = paidUp ? 41 : 2;
  for (let n = 1; n <= yearsOnFile; n++) {
    const yearStart = addYears(certifiedOn, n);
    if (yearStart > AS_OF) break;
    fees.push({ yearStart, amountCents: 5000, paidCents: random() < 0.97 ? 5000 : 0, waived: false });
  }
  const code = CERTIFICATION_CODES[Math.floor(random() * CERTIFICATION_CODES.length)] ?? 'RMA';
  return {
    asOf: AS_OF,
    certification: { code, certifiedOn, recertifiedOn: null },
    fees,
    activities,
    attestations: [],
    audits: [],
    recertification: null,
  };
}

function sampleActivities(random: () => number): readonly ActivityFact[] {
  return Array.from({ length: ACTIVITIES }, (_, index): ActivityFact => {
    const on = addDays('2012-01-01', Math.floor(random() * 5400));
    const criteria = { job: true, knowledge: random() < 0.5, degree: false };
    const common = { id: `a${index}`, points: 4 + Math.floor(random() * 12), criteria, finding: null };
    if (index === 0 && random() < 0.2) {
      const employedTo = addDays(on, 700);
      return {
        ...common,
        category: 'employment-verification',
        employedFrom: on,
        employedTo,
        source: 'member',
      };
    }
    return { ...common, category: 'professional-education', completedOn: on, source: 'member' };
  });
}

/** Mulberry32: the same office for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
