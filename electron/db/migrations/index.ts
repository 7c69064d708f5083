import { office } from './0001-office.ts';
import { search } from './0002-search.ts';
import type { Migration } from './migration.ts';

/** All migrations in order; the database's `user_version` is how many of them it has. */
export const MIGRATIONS: readonly Migration[] = [office, search];
