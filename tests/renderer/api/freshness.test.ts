import { expect, it } from 'vitest';
import { isStale, type Subject } from '../../../renderer/api/freshness.ts';

it.each<[string, readonly Subject[], boolean]>([
  ['members.query', ['members'], true],
  ['members.query', ['runs'], false],
  ['members.page', ['runs'], true],
  ['today.view', ['policy'], true],
  ['renewals.run', ['members'], false],
  ['renewals.run', ['imports', 'runs'], true],
  ['policy.book', ['members'], false],
  ['import.inspect', ['members', 'office'], false],
  ['members.query', [], false],
])('%s after a change of %j is stale: %s', (channel, changed, stale) => {
  expect(isStale(channel, changed)).toBe(stale);
});

it('an entry amends its deposit, and any other action makes it stale', () => {
  expect(isStale('payments.deposit', ['payments', 'members'], 'payments.enter')).toBe(false);
  expect(isStale('payments.deposits', ['payments', 'members'], 'payments.enter')).toBe(true);
  expect(isStale('payments.deposit', ['payments', 'members'], 'payments.reverse')).toBe(true);
  expect(isStale('payments.deposit', ['payments'], null)).toBe(true);
});
