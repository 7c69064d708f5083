// Durable user actions a second, each a write with its journal entry and the search index: `node tests/bench/actions.ts`.
// The reference beside it, in turns with it, is one raw prepared UPDATE a commit on the same disk. Target (speed.md): at least
// 2,000 a second.
import { type ContactChange, saveContact } from '../../electron/services/contact.ts';
import type { Office } from '../../electron/services/office.ts';
import { type Random, random } from './random.ts';
import { openSample } from './sample-folder.ts';

const ROUNDS = 20;
const ACTIONS_A_ROUND = 100;

/** What someone at the desk changes; words of an e-mail address are in the full-text index, telephone numbers are not. */
const CHANGES: Readonly<Record<string, (contact: ContactChange, chance: Random) => ContactChange>> = {
  'no more mail': (contact) => ({ ...contact, mailOk: !contact.mailOk }),
  telephone: (contact, chance) => ({
    ...contact,
    phone: `312-${100 + chance.below(900)}-${1000 + chance.below(9000)}`,
  }),
  'e-mail address': (contact, chance) => ({
    ...contact,
    email: `a.member${chance.below(1_000_000)}@example.org`,
  }),
  'postal address': (contact, chance) => ({
    ...contact,
    address: {
      ...contact.address,
      address1: `${chance.below(1_000_000)} Main St`,
      zip: String(10_000 + chance.below(89_999)),
    },
  }),
};

class Spent {
  readonly rates: number[] = [];
  #actions = 0;
  #cpu = 0;

  async measure(actions: number, run: () => Promise<void> | void): Promise<void> {
    const cpu = process.cpuUsage();
    const from = performance.now();
    await run();
    this.rates.push(actions / ((performance.now() - from) / 1000));
    const { user, system } = process.cpuUsage(cpu);
    this.#cpu += (user + system) / 1000;
    this.#actions += actions;
  }

  /** Actions a second in the middle round. */
  get rate(): number {
    return this.rates.toSorted((a, b) => a - b)[Math.floor(this.rates.length / 2)] ?? 0;
  }

  /** Milliseconds of processor time an action. */
  get cpu(): number {
    return this.#cpu / this.#actions;
  }
}

/** Processor time of an action of each kind, at each size. */
const each = new Map<string, number[]>();
for (const members of [10_000, 100_000]) {
  const office = await openSample(members);
  await measureActions(office, members);
  await office.close();
}
for (const [name, [small = 1, large = 1]] of each)
  console.log(
    `${name}: an action grew ${(large / small).toFixed(1)} × for 10 × the members (12 × would be a defect)`,
  );

async function measureActions(office: Office, members: number): Promise<void> {
  const { sqlite } = office.db;
  const chance = random(Date.now());
  const numbers = (order: string) =>
    sqlite
      .prepare<[number], string>(`SELECT member_no FROM member ORDER BY id ${order} LIMIT ?`)
      .pluck()
      .all(ROUNDS * ACTIONS_A_ROUND);
  const contacts = numbers('').map(newContact);
  const others = numbers('DESC');
  const raw = sqlite.prepare('UPDATE member SET mail_ok = 1 - mail_ok WHERE member_no = ?');
  for (const contact of contacts) await saveContact(office, contact);
  const reference = new Spent();
  const spent = Object.entries(CHANGES).map(([name, change]) => ({ name, change, ours: new Spent() }));
  for (let from = 0; from < contacts.length; from += ACTIONS_A_ROUND) {
    await reference.measure(ACTIONS_A_ROUND, () => {
      for (const memberNo of others.slice(from, from + ACTIONS_A_ROUND)) raw.run(memberNo);
    });
    for (const { change, ours } of spent) {
      const changed = contacts.slice(from, from + ACTIONS_A_ROUND).map((contact) => change(contact, chance));
      contacts.splice(from, ACTIONS_A_ROUND, ...changed);
      await ours.measure(ACTIONS_A_ROUND, async () => {
        for (const contact of changed) await saveContact(office, contact);
      });
    }
  }
  console.log(`${members} members: one raw UPDATE a commit ${shownSpent(reference)}`);
  for (const { name, ours } of spent) {
    each.set(name, [...(each.get(name) ?? []), ours.cpu]);
    console.log(
      `  ${name.padEnd(16)} ${shownSpent(ours)} (target ≥ 2,000/s), ratio ${(ours.rate / reference.rate).toFixed(2)}`,
    );
  }
}

function newContact(memberNo: string): ContactChange {
  return {
    memberNo,
    email: 'bench@example.org',
    phone: '312-555-0100',
    mailOk: true,
    emailOk: true,
    address: {
      address1: '1 Main St',
      address2: '',
      city: 'Rosemont',
      state: 'IL',
      zip: '60018',
      country: 'US',
    },
  };
}

function shownSpent({ rate, cpu }: Spent): string {
  return `${rate.toFixed(0).padStart(6)}/s, ${cpu.toFixed(2)} ms of processor time each`;
}
