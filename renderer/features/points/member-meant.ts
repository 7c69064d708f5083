import { ask } from '../../api/ask.ts';
import type { Meant } from '../../app/lookup/who-field.tsx';

export interface Who {
  readonly memberNo: string;
  readonly name: string;
}

/** A member by number, or by the one name that the text finds. */
export async function memberMeant(text: string): Promise<Meant<Who>> {
  const hits = await ask('members.lookup', { text, limit: 2 });
  const own = hits.find(({ memberNo }) => memberNo === text) ?? (hits.length === 1 ? hits[0] : undefined);
  if (own !== undefined) return { found: { memberNo: own.memberNo, name: own.name }, message: null };
  return {
    found: null,
    message:
      hits.length === 0
        ? `No one matches “${text}”.`
        : 'Several members are meant: choose one from the list.',
  };
}
