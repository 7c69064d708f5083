import { expect, test } from 'vitest';
import { emailNumbers, emails, toSend } from '../../../renderer/features/renewals/email-words.ts';
import type { EmailRun } from '../../../shared/domain/email.ts';

const NONE = { recorded: 0, 'handing-over': 0, sent: 0, refused: 0, unknown: 0, bounced: 0 };
const run = (change: Partial<EmailRun>): EmailRun => ({
  run: '2026-12-A',
  total: 38,
  states: NONE,
  waiting: 0,
  unreachable: 0,
  ...change,
});

test.each([
  [run({ waiting: 38 }), 38, ''],
  [run({ states: { ...NONE, sent: 38 } }), 0, ''],
  [
    run({
      states: { ...NONE, sent: 30, refused: 2, bounced: 1, unknown: 1, recorded: 2 },
      waiting: 1,
      unreachable: 1,
    }),
    3,
    '38 = 30 sent + 2 refused + 1 came back + 1 unknown + 1 not possible any more + 3 to send',
  ],
])('%o', (email, left, words) => {
  expect(toSend(email)).toBe(left);
  expect(emailNumbers(email)).toBe(words);
});

test('one is one', () => {
  expect([emails(1), emails(1200)]).toEqual(['1 e-mail', '1,200 e-mails']);
});
