import { saveContact } from '../services/contact.ts';
import { lookup } from '../services/lookup.ts';
import { memberPage } from '../services/member-page/member-page.ts';
import { queryMembers } from '../services/members-list.ts';
import type { OfficeHandlers, ReaderHandlers } from './handlers.ts';

export const membersReader: ReaderHandlers<'members.lookup' | 'members.query' | 'members.page'> = {
  'members.lookup': ({ view }, { text, limit }) => lookup(view, text, limit),
  'members.query': ({ view }, query) => queryMembers(view, query),
  'members.page': ({ view, today }, { memberNo }) => memberPage(view, memberNo, today()),
};

export const membersActions: OfficeHandlers<'members.saveContact'> = {
  'members.saveContact': {
    changes: ['members'],
    async answer({ office, today }, contact) {
      await saveContact(office, contact);
      return memberPage(office, contact.memberNo, today());
    },
  },
};
