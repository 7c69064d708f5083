// Lookup as typed, at 10,000 and 100,000 members, beside what it replaces: `node tests/bench/lookup.ts [sequences] [repeats]`.
// With repeats, each keystroke counts with its best time: what a machine busy with other things would hide.
import type BetterSqlite3 from 'better-sqlite3';
import { asReadable, type WritableDatabase } from '../../electron/db/connection.ts';
import { lookup } from '../../electron/services/lookup.ts';
import { foldText } from '../../shared/util/fold.ts';
import { type Figures, figures, shown, timed } from './figures.ts';
import { type Typed, typedSequences, withTypos } from './keystrokes.ts';
import { withMembers } from './office-file.ts';

type Look = (text: string) => readonly string[];

interface Outcome {
  readonly times: Figures;
  readonly recall: number;
  readonly missed: ReadonlyMap<string, number>;
}

const SHOWN = 20;
const sequences = Number(process.argv[2] ?? 1000);
const repeats = Number(process.argv[3] ?? 1);
const p99ByCount = new Map<string, number>();

for (const count of [10_000, 100_000]) {
  await withMembers(count, (db, rebuildMs) => {
    const clean = typedSequences(db.sqlite, sequences);
    const wrong = withTypos(clean);
    console.log(
      `\n${count} members, ${2 * sequences} sequences; index and list made in ${rebuildMs.toFixed(0)} ms, a trigram index alone in ${trigramMs(db).toFixed(0)} ms`,
    );
    console.log(`${''.padEnd(30)}     p50     p95     p99     max   recall`);
    const view = { reader: asReadable(db) };
    const ours: Look = (text) => lookup(view, text, SHOWN).map(({ memberNo }) => memberNo);
    for (const { text } of clean.slice(0, 200)) ours(text);
    report('lookup, clean', count, run(ours, clean), 'p99 ≤ 2, recall ≥ .99');
    report('lookup, one typo', count, run(ours, wrong), 'p95 ≤ 5, p99 ≤ 16, max ≤ 40, recall ≥ .90');
    const few = clean.slice(0, Math.ceil(sequences / 20));
    report('LIKE over five columns', count, run(likeLookup(db.sqlite), few), 'reference');
    const prefix = prefixLookup(db);
    report('FTS5 prefix, clean', count, run(prefix, clean), 'reference');
    report('FTS5 prefix, one typo', count, run(prefix, wrong), 'reference');
  });
}

function run(look: Look, typed: readonly Typed[]): Outcome {
  const times: number[] = [];
  const missed = new Map<string, number>();
  let hits = 0;
  for (const { text, memberNo, kind } of typed) {
    let last: readonly string[] = [];
    for (let length = 1; length <= text.length; length++)
      times.push(
        best(() => {
          last = look(text.slice(0, length));
        }),
      );
    if (last.includes(memberNo)) hits += 1;
    else missed.set(kind, (missed.get(kind) ?? 0) + 1);
  }
  return { times: figures(times), recall: hits / typed.length, missed };
}

function best(action: () => void): number {
  return Math.min(...Array.from({ length: repeats }, () => timed(action)));
}

function report(name: string, count: number, { times, recall, missed }: Outcome, target: string): void {
  const before = p99ByCount.get(name);
  const growth = before === undefined ? '' : `  p99 grew ${(times.p99 / before).toFixed(1)} ×`;
  if (count === 10_000) p99ByCount.set(name, times.p99);
  const missing = [...missed].map(([kind, times]) => `${kind} ${times}`).join(', ');
  console.log(`${name.padEnd(30)}${shown(times)}${recall.toFixed(3).padStart(9)}   ${target}${growth}`);
  if (missing !== '' && name.startsWith('lookup')) console.log(`${''.padEnd(30)}   missed: ${missing}`);
}

/** What an office's older program does. */
function likeLookup(sqlite: BetterSqlite3.Database): Look {
  const statement = sqlite
    .prepare<string[], string>(
      `SELECT m.member_no FROM member m INNER JOIN postal_address a ON a.member_id = m.id
       WHERE m.first_name || ' ' || m.last_name LIKE ? OR m.member_no LIKE ? OR m.email LIKE ? OR m.phone LIKE ? OR a.zip LIKE ?
       LIMIT ${SHOWN}`,
    )
    .pluck();
  return (text) => statement.all(...Array<string>(5).fill(`%${text}%`));
}

/** What it takes to make the index that finds parts of words but no typos. */
function trigramMs({ sqlite }: WritableDatabase): number {
  sqlite.exec("CREATE VIRTUAL TABLE temp.trigram_reference USING fts5(words, tokenize='trigram')");
  return timed(() =>
    sqlite.exec(
      `INSERT INTO temp.trigram_reference (rowid, words) SELECT m.id,
         fold(m.first_name || ' ' || m.last_name) || ' ' || m.member_no || ' ' || m.email || ' ' || m.phone || ' ' || a.zip
       FROM member m INNER JOIN postal_address a ON a.member_id = m.id`,
    ),
  );
}

/** The usual full-text index: every word the start of one. */
function prefixLookup({ sqlite }: WritableDatabase): Look {
  sqlite.exec(`
    CREATE VIRTUAL TABLE temp.prefix_reference USING fts5(words, prefix='1 2 3', content='');
    INSERT INTO temp.prefix_reference (rowid, words) SELECT m.id,
      fold(m.first_name || ' ' || m.last_name) || ' ' || m.member_no || ' ' || fold(m.email) || ' ' || m.phone || ' ' || a.zip
    FROM member m INNER JOIN postal_address a ON a.member_id = m.id`);
  const statement = sqlite
    .prepare<[string], string>(
      `SELECT m.member_no FROM temp.prefix_reference p CROSS JOIN member m ON m.id = p.rowid
       WHERE p.words MATCH ? LIMIT ${SHOWN}`,
    )
    .pluck();
  return (text) => {
    const words = foldText(text)
      .split(/[ @]+/)
      .filter((word) => word !== '');
    return words.length === 0 ? [] : statement.all(words.map((word) => `"${word}"*`).join(' AND '));
  };
}
