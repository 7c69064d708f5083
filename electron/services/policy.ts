import type { PolicyBookView } from '../../shared/domain/policy-book.ts';
import { loadPolicyBook } from '../policy/load-policy-book.ts';
import type { PolicyBook } from '../policy/policy-book.ts';
import { policyOverrides } from '../repositories/policy-overrides.ts';
import type { OfficeView } from './office.ts';

const books = new Map<string, PolicyBook>();

/** The policy book as shipped, read once. */
export function shippedPolicy(resources: string): PolicyBook {
  const known = books.get(resources);
  if (known !== undefined) return known;
  const book = loadPolicyBook(resources);
  books.set(resources, book);
  return book;
}

/** The policy that an office decides by: the shipped book with what the office has set from a date on. */
export async function officePolicy(view: Pick<OfficeView, 'reader' | 'resources'>): Promise<PolicyBook> {
  const overrides = await policyOverrides(view.reader);
  const book = shippedPolicy(view.resources);
  return overrides.length === 0 ? book : book.withOverrides(overrides);
}

/** The policy as Settings shows it. */
export async function policyBookView(
  view: Pick<OfficeView, 'reader' | 'resources'>,
): Promise<PolicyBookView> {
  const book = await officePolicy(view);
  return { values: book.all(), sentences: book.sentences() };
}
