import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerOf } from '../../shared/ipc/contract.ts';
import { type ErrorShape, toErrorShape } from '../../shared/ipc/errors.ts';
import { ask } from './ask.ts';
import type { AskedOf } from './asked.ts';
import { PAGE_ROWS, pagesFor } from './pages.ts';

/** Channels that answer `{ total, rows }` for an offset and a limit. */
type RowsChannel =
  | 'members.query'
  | 'renewals.pieces'
  | 'reconcile.lines'
  | 'whatIf.rows'
  | 'recertification.list'
  | 'worklists.rows'
  | 'audits.worklist';
export type RowOf<Name extends RowsChannel> = AnswerOf<Name>['rows'][number];

/** Rows that come from the database page by page, as a table wants them. */
export interface RowSource<Row> {
  /** null until the first answer. */
  readonly total: number | null;
  /** undefined while the row's page is on its way. */
  row(index: number): Row | undefined;
  /** Tells which rows are in sight, so that their pages are asked for. */
  show(first: number, last: number): void;
  readonly error: ErrorShape | null;
  retry(): void;
  /** What is shown answers the question before; the new answer is on its way. */
  readonly changing: boolean;
}

interface InSight {
  readonly first: number;
  readonly last: number;
}

/** Milliseconds between two looks at what is in sight: pages that fast scrolling only passes are not asked for. */
const LOOK_EVERY = 60;

interface Shown<Row> {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

/**
 * The rows of a list in pages of `PAGE_ROWS`. When the question changes (another filter or sort), the old rows stay until the first page
 * of the new ones is there, so that the layout never jumps.
 */
export function useRows<Name extends RowsChannel>(
  name: Name,
  question: Omit<AskedOf<Name>, 'offset' | 'limit'>,
): RowSource<RowOf<Name>> {
  const [inSight, setInSight] = useState<InSight>({ first: 0, last: 0 });
  const wanted = [...new Set([0, ...pagesFor(inSight.first - PAGE_ROWS / 2, inSight.last + PAGE_ROWS / 2)])];

  const answers = useQueries({
    queries: wanted.map((page) => ({
      queryKey: [name, question, page],
      queryFn: () =>
        ask(
          name,
          // A question with its page is the channel's input; a spread of a generic type loses that.
          { ...question, offset: page * PAGE_ROWS, limit: PAGE_ROWS } as unknown as AskedOf<Name>,
        ),
    })),
  });

  const last = useRef<Shown<RowOf<Name>> | null>(null);
  const newest = answers.findLast((answer) => answer.data !== undefined)?.data;
  if (newest !== undefined) {
    const pages = new Map<number, readonly RowOf<Name>[]>();
    for (const [index, page] of wanted.entries()) {
      const rows = answers[index]?.data?.rows;
      if (rows !== undefined) pages.set(page, rows);
    }
    last.current = { total: newest.total, pages };
  }
  const shown = last.current;
  const failed = answers.find((answer) => answer.error !== null)?.error;

  const show = useInSight(setInSight);

  return {
    total: shown?.total ?? null,
    row: (index) => shown?.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    show,
    error: failed === undefined || failed === null ? null : toErrorShape(failed),
    retry: () => {
      for (const answer of answers) if (answer.error !== null) void answer.refetch();
    },
    changing: newest === undefined && shown !== null,
  };
}

/** Passes on which rows are in sight, at most every `LOOK_EVERY` ms, and the last ones always. */
function useInSight(
  pass: (change: (before: InSight) => InSight) => void,
): (first: number, last: number) => void {
  const next = useRef<InSight | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  return useCallback(
    (first: number, last: number) => {
      const look = () => {
        const latest = next.current;
        next.current = null;
        timer.current = latest === null ? null : setTimeout(look, LOOK_EVERY);
        if (latest !== null) pass((before) => (sameBlocks(before, latest) ? before : latest));
      };
      next.current = { first, last };
      if (timer.current === null) look();
    },
    [pass],
  );
}

/** A quarter of a page further is soon enough to look for the next one. */
function sameBlocks(a: InSight, b: InSight): boolean {
  const block = (row: number) => Math.floor(row / (PAGE_ROWS / 4));
  return block(a.first) === block(b.first) && block(a.last) === block(b.last);
}
