import { expect, test } from 'vitest';
import { readDeliveryReports } from '../../electron/mail/delivery-report.ts';
import { logReader } from '../../electron/mail/server-log.ts';

const POSTFIX = `From: MAILER-DAEMON@mail.standing.example
To: office@standing.example
Content-Type: multipart/report; report-type=delivery-status; boundary="b"
Message-Id: <report-1@mail.standing.example>

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
Final-Recipient is explained below.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.standing.example
Arrival-Date: Sun, 22 Nov 2026 12:00:01 +0000 (UTC)

Final-Recipient: rfc822; gone@members.example
Original-Recipient: rfc822;Gone@members.example
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.members.example
Diagnostic-Code: smtp; 550 5.1.1 <gone@members.example>: Recipient address
    rejected: User unknown

--b
Content-Type: text/rfc822-headers

Return-Path: <office@standing.example>
From: office@standing.example
Message-ID: <2026-12-A.17.abc@standing.example>
Subject: Renewal notice

--b--
`;

const EXCHANGE = POSTFIX.replaceAll('gone@', 'full@')
  .replaceAll('Gone@', 'full@')
  .replace('Action: failed', 'Action: delayed')
  .replace('Status: 5.1.1', 'Status: 4.2.2')
  .replace('A.17.abc', 'A.18.def')
  .replace(/550 5\.1\.1[^\n]*\n[^\n]*/, '452 4.2.2 Mailbox full');

test.each([
  ['a report', POSTFIX, [['Gone@members.example', '5.1.1', 'failed', '<2026-12-A.17.abc@standing.example>']]],
  [
    'several after one another',
    `${POSTFIX}\n${EXCHANGE}`,
    [
      ['Gone@members.example', '5.1.1', 'failed', '<2026-12-A.17.abc@standing.example>'],
      ['full@members.example', '4.2.2', 'delayed', '<2026-12-A.18.def@standing.example>'],
    ],
  ],
  [
    'quoted in another message',
    POSTFIX.replaceAll(/^/gm, '> '),
    [['Gone@members.example', '5.1.1', 'failed', '<2026-12-A.17.abc@standing.example>']],
  ],
  [
    'with Windows line ends',
    POSTFIX.replaceAll('\n', '\r\n'),
    [['Gone@members.example', '5.1.1', 'failed', '<2026-12-A.17.abc@standing.example>']],
  ],
  [
    'only the part for machines',
    'Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.2.1\n',
    [['a@b.example', '5.2.1', 'failed', null]],
  ],
  [
    'two recipients of one message',
    'Final-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.2.1\n\nFinal-Recipient: rfc822; c@b.example\nAction: failed\nStatus: 5.1.1\n\nMessage-ID: <one@x.example>\n',
    [
      ['a@b.example', '5.2.1', 'failed', '<one@x.example>'],
      ['c@b.example', '5.1.1', 'failed', '<one@x.example>'],
    ],
  ],
  [
    'a success',
    'Final-Recipient: rfc822; a@b.example\nAction: delivered\nStatus: 2.0.0\n',
    [['a@b.example', '2.0.0', 'other', null]],
  ],
  ['nothing of the kind', 'Dear office,\nI am on holiday.\n', []],
])('%s', (_what, text, expected) => {
  expect(
    readDeliveryReports(text).map(({ address, status, action, messageId }) => [
      address,
      status,
      action,
      messageId,
    ]),
  ).toEqual(expected);
});

test('the reason is the other server’s own, folded lines put together', () => {
  expect(readDeliveryReports(POSTFIX)[0]?.reason).toBe(
    '550 5.1.1 <gone@members.example>: Recipient address rejected: User unknown',
  );
});

const WANTED = new Set(['<one@x.example>', '<two@x.example>', '<three@x.example>']);
test.each([
  [
    'Postfix: in the queue, or only its header read',
    [
      'Nov 22 12:00:00 mail postfix/cleanup[7]: 4F0A1B2C3D: message-id=<one@x.example>',
      'Nov 22 12:00:00 mail postfix/qmgr[7]: 4F0A1B2C3D: from=<o@x.example>, size=9, nrcpt=1 (queue active)',
      'Nov 22 12:00:01 mail postfix/cleanup[7]: 4F0A1B2C3E: message-id=<two@x.example>',
      'Nov 22 12:00:01 mail postfix/smtpd[7]: lost connection after DATA (9 bytes) from desk',
      'Nov 22 12:00:02 mail postfix/qmgr[7]: 4F0A1B2C3D: removed',
    ],
    ['<one@x.example>'],
  ],
  [
    'Exim',
    [
      '2026-11-22 12:00:00 1rABcd-0001-Ab <= office@x.example H=desk P=esmtps S=900 id=two@x.example',
      '2026-11-22 12:00:00 => m@y.example',
    ],
    ['<two@x.example>'],
  ],
  [
    'Sendmail',
    [
      'Nov 22 12:00:00 mail sm-mta[7]: 4AMC0: from=<o@x.example>, size=9, msgid=<three@x.example>, proto=ESMTP',
    ],
    ['<three@x.example>'],
  ],
  [
    'Exchange, as CSV',
    ['2026-11-22T12:00:00Z,1,RECEIVE,SMTP,<one@x.example>,m@y.example'],
    ['<one@x.example>'],
  ],
  ['a longer Message-ID that ends alike is another', ['id=xone@x.example', 'id=one@x.example.org'], []],
])('the log of a server: %s', (_what, lines, expected) => {
  const reader = logReader(WANTED);
  for (const line of lines) reader.line(line);
  expect([...reader.taken()]).toEqual(expected);
});
