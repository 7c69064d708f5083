import { ask } from '../../api/ask.ts';
import type { Meant } from '../../app/lookup/who-field.tsx';

/** A member by number, or by the one name that the text finds. */
export async function memberMeant(text: string): Promise<Meant<{ readonly memberNo: string }>> {
  const hits = await ask('members.lookup', { text, limit: 2 });
  const own = hits.find(({ memberNo }) => memberNo === text) ?? (hits.length === 1 ? hits[0] : undefined);
  if (own !== undefined) return { found: own, message: null };
  const message =
    hits.length === 0 ? `No one matches “${text}”.` : 'Several members are meant: choose one from the list.';
  return { found: null, message };
}
