import type { Standing } from '../../../shared/domain/standing.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import { explain } from '../../services/standing.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';

/** `explain MEMBER_NO` */
export async function explainMember(call: Call): Promise<CommandResult> {
  const [memberNo = ''] = call.words;
  const standings = await withOffice(call, (office) => explain(office, memberNo, asOfDate(call)));
  return {
    json: standings,
    text:
      standings.length === 0
        ? `Member ${memberNo} holds no certification on ${displayDate(asOfDate(call))}.`
        : standings.map(standingText).join('\n\n'),
  };
}

/** A standing in a few lines for people. */
export function standingText({ code, status, asOf, cycle, fees, reasons }: Standing): string {
  const points =
    cycle.required === 0
      ? 'not bound by CCP'
      : `${cycle.counted} of ${cycle.required} points${cycle.attested ? ', attested' : `, ${cycle.outstanding} to go`}`;
  return [
    `${code}: ${status} on ${displayDate(asOf)}`,
    `  cycle ${displayDate(cycle.start)} to ${displayDate(cycle.end)}: ${points}`,
    `  owed ${displayCents(fees.owedCents)}, next due ${displayDate(fees.nextDueOn)}`,
    ...reasons.map(({ citation, text }) => `  ${citation}: ${text}`),
  ].join('\n');
}
