/** One recipient of a delivery report (RFC 3464). */
export interface ReportedRecipient {
  readonly address: string;
  /** RFC 3463, e.g. `5.1.1`; empty where none is given. */
  readonly status: string;
  /** What the report says of it; delivered and relayed messages are no failures. */
  readonly action: 'failed' | 'delayed' | 'other';
  readonly reason: string;
  /** Of the message that came back, with angle brackets; null where the report does not show it. */
  readonly messageId: string | null;
}

/**
 * Finds what delivery reports say in pasted text: one report or several, whole messages with their headers or only the part for
 * machines. What a report is for people to read is passed over.
 */
export function readDeliveryReports(text: string): readonly ReportedRecipient[] {
  const lines = unfolded(text);
  const found: (Omit<ReportedRecipient, 'messageId'> & { readonly line: number })[] = [];
  const ids: { readonly id: string; readonly line: number }[] = [];
  let fields = new Map<string, string>();
  let began = 0;
  const endGroup = () => {
    const recipient = recipientIn(fields);
    if (recipient !== null) found.push({ ...recipient, line: began });
    fields = new Map();
  };
  for (const [at, line] of lines.entries()) {
    const [, name = '', value = ''] = /^([A-Za-z][A-Za-z-]*):\s*(.*)$/.exec(line) ?? [];
    if (name === '') {
      endGroup();
      continue;
    }
    const key = name.toLowerCase();
    if (key === 'final-recipient' && fields.has(key)) endGroup();
    if (fields.size === 0) began = at;
    fields.set(key, value.trim());
    if (key === 'message-id') ids.push({ id: bracketed(value), line: at });
  }
  endGroup();
  return found.map(({ line, ...recipient }, index) => {
    // The header of the message that came back stands after the report's part for machines, before the next report's.
    const next = found[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const own = ids.filter((id) => id.line > line && id.line < next);
    return { ...recipient, messageId: (own[0] ?? shared(found, ids, index))?.id ?? null };
  });
}

/** A report on several recipients shows the message once, after the last of them. */
function shared(
  found: readonly { readonly line: number }[],
  ids: readonly { readonly id: string; readonly line: number }[],
  index: number,
): { readonly id: string } | undefined {
  const here = found[index]?.line ?? 0;
  const next = ids.find(({ line }) => line > here);
  if (next === undefined) return undefined;
  const between = found.filter(({ line }) => line > here && line < next.line);
  // Groups of one report follow each other with nothing but an empty line between.
  const last = between.at(-1)?.line ?? here;
  return last - here <= between.length * GROUP_LINES ? next : undefined;
}

/** More lines than a recipient's group has. */
const GROUP_LINES = 14;

function recipientIn(fields: ReadonlyMap<string, string>): Omit<ReportedRecipient, 'messageId'> | null {
  const final = fields.get('original-recipient') ?? fields.get('final-recipient');
  if (final === undefined || !fields.has('final-recipient')) return null;
  const address = (final.split(';').at(-1) ?? '').trim().replace(/^<|>$/g, '');
  if (!address.includes('@')) return null;
  const [status = ''] = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '') ?? [];
  const said = (fields.get('action') ?? '').toLowerCase();
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '');
  return {
    address,
    status,
    action: said === 'failed' || said === 'delayed' ? said : 'other',
    reason: (diagnostic || status || said).slice(0, 500),
  };
}

/** Lines with what was folded put together, and without the marks of a quotation. */
function unfolded(text: string): readonly string[] {
  const lines: string[] = [];
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = raw.replace(/^(?:>\s?)+/, '');
    const last = lines.at(-1);
    if (/^[ \t]+\S/.test(line) && last !== undefined && /^[A-Za-z][A-Za-z-]*:/.test(last)) {
      lines[lines.length - 1] = `${last} ${line.trim()}`;
    } else lines.push(line.trimEnd());
  }
  return lines;
}

function bracketed(value: string): string {
  const [, id = value.trim()] = /<([^<>\s]+)>/.exec(value) ?? [];
  return `<${id}>`;
}
