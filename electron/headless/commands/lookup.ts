import { lookupAsOf } from '../../services/lookup.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';

/** `lookup TEXT [--limit N]` */
export async function lookupMembers(call: Call): Promise<CommandResult> {
  const text = call.words.join(' ');
  const limit = call.number('limit', 1) ?? 20;
  const hits = await withOffice(call, async (office) => {
    const { statusesOn } = await import('../../services/statuses.ts');
    return lookupAsOf(office, text, limit, (memberNos) => statusesOn(office, memberNos, asOfDate(call)));
  });
  return {
    json: hits.map(({ memberNo, name, certifications }) => ({ memberNo, name, certifications })),
    text:
      hits.length === 0
        ? `No one matches “${text}”.`
        : hits
            .map(
              (hit) =>
                `${hit.memberNo}  ${hit.name}  ${[hit.city, hit.state, hit.zip].join(' ').trim()}  ${hit.certifications.map(({ code, status }) => `${code} ${status ?? 'not evaluated'}`).join(', ')}`,
            )
            .join('\n'),
  };
}
