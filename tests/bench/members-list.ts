// Any sort and filter of the members list at 10,000 and 100,000 members, first and after a change: `node tests/bench/members-list.ts`.
import { asReadable } from '../../electron/db/connection.ts';
import { refreshSearch } from '../../electron/db/search/refresh.ts';
import { queryMembers } from '../../electron/services/members-list.ts';
import { MEMBER_SORTS, type MemberFilter, type MemberQuery } from '../../shared/domain/members-list.ts';
import { figures, shown, timed } from './figures.ts';
import { withMembers } from './office-file.ts';

const FILTERS: readonly (readonly [name: string, filter: MemberFilter])[] = [
  ['past due', { status: ['past-due'] }],
  ['past due or lapsed RMA in IL', { status: ['past-due', 'lapsed'], code: ['RMA'], state: ['IL'] }],
  ['due in May', { status: ['due'], anniversaryMonth: 5 }],
  ['points outstanding', { attention: 'points-outstanding' }],
  ['text: smi', { text: 'smi' }],
  ['text: s', { text: 's' }],
];
const TIMES = 7;
const slowest = new Map<number, number>();

for (const count of [10_000, 100_000]) {
  await withMembers(count, (db) => {
    const view = { reader: asReadable(db) };
    const touch = db.sqlite.prepare('UPDATE member SET mail_ok = 1 - mail_ok WHERE id = 1');
    console.log(`\n${count} members: ms to the first page after any change in the database, target ≤ 100`);
    console.log(`${''.padEnd(34)}     p50     p95     p99     max`);
    const queries: readonly (readonly [string, MemberQuery])[] = [
      ...MEMBER_SORTS.flatMap((by) =>
        [false, true].map(
          (descending) =>
            [`sort ${by}${descending ? ' ↓' : ''}`, { filter: {}, sort: { by, descending } }] as const,
        ),
      ),
      ...FILTERS.map(([name, filter]) => [name, { filter, sort: { by: 'city', descending: true } }] as const),
    ];
    const worst = queries.map(([name, query]) => {
      const times = Array.from({ length: TIMES }, () => {
        touch.run();
        return timed(() => queryMembers(view, { ...query, offset: 0, limit: 100 }));
      });
      console.log(`${name.padEnd(34)}${shown(figures(times))}`);
      return figures(times).p50;
    });
    slowest.set(count, Math.max(...worst));
    const query: MemberQuery = { filter: {}, sort: { by: 'owedCents', descending: true } };
    const jumps = Array.from({ length: 500 }, (_, index) =>
      timed(() => queryMembers(view, { ...query, offset: (index * 7919) % count, limit: 100 })),
    );
    console.log(`${'a page anywhere, nothing changed'.padEnd(34)}${shown(figures(jumps))}`);
    const changes = Array.from({ length: 300 }, (_, index) =>
      timed(() => db.sqlite.transaction(() => refreshSearch(db.sqlite, [1 + index * 3]))()),
    );
    console.log(`${'one member changed and committed'.padEnd(34)}${shown(figures(changes))}`);
  });
}
const [small = 1, large = 1] = slowest.values();
console.log(
  `\nslowest query grew ${(large / small).toFixed(1)} × for 10 × the members (12 × would be a defect)`,
);
