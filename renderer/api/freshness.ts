import type { ChannelName } from '../../shared/ipc/contract.ts';
import type { Events } from '../../shared/ipc/events.ts';

export type Subject = Events['changed']['subjects'][number];

/** Which answers a change makes stale. A channel that is not listed depends on nothing that changes. */
const DEPENDS_ON: Partial<Record<ChannelName, readonly Subject[]>> = {
  'office.state': ['office', 'members'],
  'office.profile': ['office'],
  'today.view': ['office', 'members', 'runs', 'imports', 'policy'],
  'members.lookup': ['office', 'members'],
  'members.query': ['office', 'members', 'policy'],
  'members.page': ['office', 'members', 'runs', 'policy'],
  'renewals.months': ['office', 'members', 'runs'],
  'renewals.runs': ['office', 'runs'],
  'renewals.run': ['office', 'runs'],
  'renewals.pieces': ['office', 'runs'],
  'notices.schedule': ['office', 'policy'],
  'notices.due': ['office', 'members', 'runs', 'payments', 'policy'],
  'notices.calendar': ['office', 'runs', 'policy'],
  'notices.completeness': ['office', 'members', 'runs', 'payments', 'policy'],
  'office.managers': ['office'],
  'payments.deposits': ['office', 'payments'],
  'payments.deposit': ['office', 'payments', 'members'],
  'payments.recognise': ['office', 'payments', 'members', 'runs', 'policy'],
  'payments.unassigned': ['office', 'payments', 'members'],
  'payments.credits': ['office', 'payments', 'members'],
  'payments.ofMember': ['office', 'payments', 'members'],
  'reconcile.files': ['office', 'payments', 'members'],
  'reconcile.file': ['office', 'payments', 'members'],
  'reconcile.lines': ['office', 'payments', 'members'],
  'fees.ofMember': ['office', 'payments', 'members', 'policy'],
  'fees.voided': ['office', 'payments', 'members'],
  'papers.preview': ['office', 'payments', 'members'],
  'papers.ofMember': ['office', 'payments', 'members'],
  'books.statement': ['office', 'payments', 'members', 'policy'],
  'books.journal': ['office', 'payments'],
  'books.aged': ['office', 'payments', 'members'],
  'points.ofMember': ['office', 'members', 'payments', 'policy'],
  'points.preview': ['office', 'members', 'payments', 'policy'],
  'points.previewCounter': ['office', 'members', 'payments', 'policy'],
  'attestations.recognise': ['office', 'members', 'runs', 'payments', 'policy'],
  'attestations.list': ['office', 'members'],
  'attestations.previewUndo': ['office', 'members', 'payments', 'policy'],
  'letters.list': ['office'],
  'letters.draft': ['office'],
  'letters.someone': ['office', 'members'],
  'letters.preview': ['office', 'members'],
  'stationery.view': ['office'],
  'stationery.tap': ['office', 'members'],
  'email.settings': ['office'],
  'email.login': ['office'],
  'email.run': ['office', 'runs'],
  'email.list': ['office', 'runs', 'members'],
  'returned.letter': ['office', 'members', 'runs'],
  'returned.list': ['office', 'members', 'runs'],
  'returned.toFind': ['office', 'members', 'runs'],
  'audits.draws': ['office', 'audits'],
  'audits.drawn': ['office', 'audits'],
  'audits.cases': ['office', 'audits', 'members'],
  'policy.book': ['office', 'policy'],
  'policy.value': ['office', 'policy'],
  'policy.trail': ['office', 'policy'],
  'whatIf.rows': ['office'],
};

/** Whether an answer of the channel is stale once these subjects have changed. */
export function isStale(channel: string, changed: readonly Subject[]): boolean {
  const depends = Object.entries(DEPENDS_ON).find(([name]) => name === channel)?.[1] ?? [];
  return depends.some((subject) => changed.includes(subject));
}
