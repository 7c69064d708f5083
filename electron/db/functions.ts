import type BetterSqlite3 from 'better-sqlite3';
import { foldText } from '../../shared/util/fold.ts';

/** SQL functions of ours, on every connection. */
export function registerFunctions(sqlite: BetterSqlite3.Database): void {
  sqlite.function('fold', { deterministic: true }, (text) => foldText(String(text ?? '')));
}
