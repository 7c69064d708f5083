import type { CalendarDate } from '../../shared/domain/facts.ts';
import type {
  Policy,
  PolicyDate,
  PolicyEntry,
  PolicyHistory,
  PolicySentence,
  PolicyValue,
} from '../../shared/domain/policy.ts';
import type { PolicyDecision } from '../../shared/domain/policy-decisions.ts';
import { StandingError } from '../../shared/ipc/errors.ts';
import { decided, holding } from './decided.ts';
import { overridden, type PolicyOverride } from './override.ts';

/** The policy book: the dated values that rules decide by, and the sentences they cite. Immutable. */
export class PolicyBook implements Policy {
  readonly #histories: ReadonlyMap<string, PolicyHistory>;
  readonly #sentences: ReadonlyMap<string, PolicySentence>;
  /** Newest first, as they are looked up. */
  readonly #values = new Map<string, readonly PolicyValue[]>();
  readonly #dates = new Map<string, readonly PolicyDate[]>();

  constructor(histories: readonly PolicyHistory[], sentences: readonly PolicySentence[]) {
    this.#histories = new Map(histories.map((history) => [history.name, history]));
    this.#sentences = new Map(sentences.map((sentence) => [sentence.id, sentence]));
    for (const { name, unit, entries } of histories) {
      const newestFirst = entries.toReversed();
      if (unit === 'date') this.#dates.set(name, newestFirst.filter(isDate));
      else this.#values.set(name, newestFirst.filter(isValue));
    }
  }

  value(name: string, onDate: CalendarDate): PolicyValue {
    return inForce(name, this.#values.get(name), onDate);
  }

  date(name: string, onDate: CalendarDate): PolicyDate {
    return inForce(name, this.#dates.get(name), onDate);
  }

  /**
   * The sentence of an id such as `SC-CCP-3`.
   * @throws StandingError `policy-unknown`.
   */
  sentence(id: string): PolicySentence {
    const sentence = this.#sentences.get(id);
    if (sentence === undefined) throw unknown(`sentence “${id}”`);
    return sentence;
  }

  /** Every sentence, in the order of the book. */
  sentences(): readonly PolicySentence[] {
    return [...this.#sentences.values()];
  }

  /** Every value with its history, in the order of the book. */
  all(): readonly PolicyHistory[] {
    return [...this.#histories.values()];
  }

  /**
   * One value with its history.
   * @throws StandingError `policy-unknown`
   */
  history(name: string): PolicyHistory {
    const history = this.#histories.get(name);
    if (history === undefined) throw unknown(`value “${name}”`);
    return history;
  }

  /** The book with what the office decided, in the order in which it did; what no book names any more is passed over. */
  withDecisions(decisions: readonly PolicyDecision[]): PolicyBook {
    const held = holding(decisions);
    if (held.size === 0) return this;
    const histories = this.all().map((history) => decided(history, held.get(history.name) ?? []));
    return new PolicyBook(histories, this.sentences());
  }

  /**
   * A book in which each override is in force from its date on, or always where it has none.
   * Where several name one value, the one with the later date, and then the one listed later, wins from its date on.
   * @throws StandingError `policy-unknown` for a name that is not in the book, `policy-override` for a value that
   *   cannot be of the name's unit.
   */
  withOverrides(overrides: readonly PolicyOverride[]): PolicyBook {
    const histories = new Map(this.#histories);
    for (const override of overrides.toSorted(byDate)) {
      const history = histories.get(override.name) ?? this.history(override.name);
      histories.set(override.name, overridden(history, override));
    }
    return new PolicyBook([...histories.values()], this.sentences());
  }
}

function byDate(a: PolicyOverride, b: PolicyOverride): number {
  const [first, second] = [a.from ?? '', b.from ?? ''];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function inForce<E extends PolicyEntry>(
  name: string,
  entries: readonly E[] | undefined,
  onDate: CalendarDate,
): E {
  if (entries === undefined) throw unknown(`value “${name}”`);
  for (const entry of entries) if (entry.from <= onDate) return entry;
  throw new StandingError(
    'policy-before-first',
    `The policy book has no value of “${name}” for ${onDate}: its first is in force from ${entries.at(-1)?.from}.`,
    'Check the date, or have the office set a value from that date on.',
  );
}

function unknown(what: string): StandingError {
  return new StandingError(
    'policy-unknown',
    `The policy book has no ${what}.`,
    'Settings lists the names there are.',
  );
}

function isDate(entry: PolicyEntry): entry is PolicyDate {
  return entry.unit === 'date';
}

function isValue(entry: PolicyEntry): entry is PolicyValue {
  return entry.unit !== 'date';
}
