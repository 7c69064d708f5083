/** Which messages a mail server took, as its log says. */
export interface LogReader {
  /** Reads on; lines may be cut anywhere between calls only at line ends. */
  line(text: string): void;
  taken(): ReadonlySet<string>;
}

/** Postfix: the queue id at the beginning of what a line says. */
const QUEUED = /\bpostfix[\w/-]*\[\d+\]: ([0-9A-Za-z]{6,}): (.*)$/;

/**
 * Looks for Message-IDs in the log of a mail server. Postfix notes the Message-ID when it has read the header, which may be before the
 * end of the message came: there only a message that went on into the queue, or to a mailbox, counts. Every other server (Exim,
 * Sendmail, Exchange's message tracking) writes the line with the Message-ID when it has taken the message.
 * @param wanted Message-IDs with their angle brackets
 */
export function logReader(wanted: ReadonlySet<string>): LogReader {
  const bare = new Map([...wanted].map((id) => [id.slice(1, -1), id]));
  const queued = new Map<string, string>();
  const taken = new Set<string>();
  return {
    line(text) {
      const [, queueId = '', words = ''] = QUEUED.exec(text) ?? [];
      if (queueId !== '') {
        const [, id = ''] = /^(?:resent-)?message-id=<?([^<>\s]+)>?/.exec(words) ?? [];
        const known = bare.get(id);
        if (known !== undefined) queued.set(queueId, known);
        const message = queued.get(queueId);
        if (message !== undefined && /\(queue active\)|\bstatus=sent\b/.test(words)) taken.add(message);
        // A queue id is used again for another message.
        if (words === 'removed') queued.delete(queueId);
        return;
      }
      for (const [id] of text.matchAll(/[^\s<>"',;()=]+@[^\s<>"',;()]+/g)) {
        const known = bare.get(id);
        if (known !== undefined) taken.add(known);
      }
    },
    taken: () => taken,
  };
}
