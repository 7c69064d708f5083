import type { PolicyBookView } from '../../shared/domain/policy-book.ts';
import { loadPolicyBook } from '../policy/load-policy-book.ts';
import type { PolicyBook } from '../policy/policy-book.ts';
import { policyDecisions } from '../repositories/policy-decisions.ts';
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

/** The policy that an office decides by: the shipped book with what the office decided from a date on. */
export async function officePolicy(view: Pick<OfficeView, 'reader' | 'resources'>): Promise<PolicyBook> {
  return shippedPolicy(view.resources).withDecisions(await policyDecisions(view.reader));
}

/** The policy as Settings shows it. */
export async function policyBookView(
  view: Pick<OfficeView, 'reader' | 'resources'>,
): Promise<PolicyBookView> {
  const book = await officePolicy(view);
  return { values: book.all(), sentences: book.sentences() };
}
