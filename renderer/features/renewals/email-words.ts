import type { EmailRun, EmailState } from '../../../shared/domain/email.ts';

/** `1 e-mail`, `812 e-mails`. */
export function emails(n: number): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? 'e-mail' : 'e-mails'}`;
}

/** How many wait to be sent. */
export function toSend({ waiting, states }: EmailRun): number {
  return waiting + states.recorded;
}

/** What became of all of them: `38 = 35 sent + 2 refused + 1 unknown`; empty while all wait. */
export function emailNumbers(email: EmailRun): string {
  const { states, unreachable, total } = email;
  const parts: readonly (readonly [number, string])[] = [
    [states.sent, STATE_WORDS.sent],
    [states.refused, STATE_WORDS.refused],
    [states.bounced, STATE_WORDS.bounced],
    [states.unknown + states['handing-over'], STATE_WORDS.unknown],
    [unreachable, 'not possible any more'],
    [toSend(email), 'to send'],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n.toLocaleString('en-US')} ${words}`);
  return said.length < 2 ? '' : `${total.toLocaleString('en-US')} = ${said.join(' + ')}`;
}

/** The office's word for each state. */
export const STATE_WORDS: Readonly<Record<EmailState, string>> = {
  recorded: 'waiting',
  'handing-over': 'being sent',
  sent: 'sent',
  refused: 'refused',
  unknown: 'unknown',
  bounced: 'came back',
};
