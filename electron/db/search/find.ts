import type BetterSqlite3 from 'better-sqlite3';
import { findEmail, findEmailWord } from './by-email.ts';
import { findJoinedWords, findNameParts, findNameStart, findNameWords } from './by-name.ts';
import { findNearNames } from './by-near-name.ts';
import { findNearEmails, findNearNumbers } from './by-near-number.ts';
import { findNearParts } from './by-near-part.ts';
import { findNearSeveral } from './by-near-several.ts';
import { findDigits, findExactNumber, findLetteredNumber } from './by-number.ts';
import { findSeveral } from './by-several.ts';
import { Found } from './found.ts';
import { readSought, type Sought } from './sought.ts';

type Way = (sqlite: BetterSqlite3.Database, sought: Sought, found: Found) => void;

/** The ways to find a member, best first: each is tried while there is room. */
const WAYS: readonly Way[] = [
  findExactNumber,
  findDigits,
  findEmail,
  findNameStart,
  findNameWords,
  findLetteredNumber,
  findJoinedWords,
  findSeveral,
  findEmailWord,
  findNameParts,
];

/** The ways for a text with one typing error, tried while hardly anyone was found as typed. */
const WAYS_DESPITE_A_TYPO: readonly Way[] = [
  findNearNumbers,
  findNearSeveral,
  findNearNames,
  findNearEmails,
  findNearParts,
];

/**
 * Members found by a text: positions, best first. What was typed is taken as it stands; only when that finds nobody is it read
 * with one typing error.
 */
export function findMembers(sqlite: BetterSqlite3.Database, text: string, limit: number): Found {
  const sought = readSought(text);
  const found = new Found(limit);
  if (sought.joined === '' && sought.email === '') return found;
  for (const way of WAYS) {
    if (found.full) return found;
    way(sqlite, sought, found);
  }
  for (const way of WAYS_DESPITE_A_TYPO) {
    if (found.size > 0) return found;
    way(sqlite, sought, found);
  }
  return found;
}
