/**
 * Where an e-mail of a run stands. `recorded`: its Message-ID is on record, nothing was sent. `handing-over`: the server may have it the
 * next moment. `sent`: the server took it. `refused`: the server would not. `unknown`: cut off while handing over. `bounced`: it
 * came back.
 */
export const EMAIL_STATES = ['recorded', 'handing-over', 'sent', 'refused', 'unknown', 'bounced'] as const;
export type EmailState = (typeof EMAIL_STATES)[number];
