/** What a journal entry about an e-mail says, or null for one about something else. */
export function emailText(action: string, detail: Readonly<Record<string, unknown>>): string | null {
  const said = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
  const notice = said('run') === '' ? 'E-mail' : `Notice of run ${said('run')}`;
  switch (action) {
    case 'email.sent':
      return `${notice} e-mailed to ${said('address')}`;
    case 'email.written':
      return `${notice} written as an e-mail to ${said('address')}`;
    case 'email.refused':
      return `${notice} refused by the mail server: ${said('answer')}`;
    case 'email.unknown':
      return `${notice} was cut off while it was e-mailed: nobody knows yet whether it arrived`;
    case 'email.postponed':
      return `${notice} not e-mailed yet: ${said('answer')}`;
    case 'email.not-possible':
      return `${notice} not e-mailed: ${said('reason')}`;
    case 'email.readdressed':
      return `${notice} goes to the new e-mail address ${said('after')}`;
    case 'email.found-sent':
      return `${notice} did arrive by e-mail: ${said('how')}`;
    case 'email.to-send-again':
      return `${notice} is e-mailed again: ${said('how')}`;
    case 'email.bounced':
      return `${notice} came back from ${said('address')}: ${said('reason')}`;
    case 'email.delayed':
      return `E-mail to ${said('address')} is delayed: ${said('reason')}`;
    case 'email.unsubscribed':
      return 'Wants no e-mail any more';
    default:
      return null;
  }
}
