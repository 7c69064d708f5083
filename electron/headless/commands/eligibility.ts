import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type EligibilityView, UNCONFIRMED_TEXT } from '../../../shared/domain/eligibility.ts';
import { bestFirst, closedText, fitsText, NEED_WORDS } from '../../../shared/domain/eligibility-words.ts';
import { eligibilityAnswers } from '../../../shared/ipc/eligibility-channels.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { eligibility } from '../../services/eligibility/assistant.ts';
import { printEligibility } from '../../services/eligibility/print.ts';
import type { Call } from '../call.ts';
import { asOfDate, type CommandResult, withOffice } from '../command.ts';
import { codeOf } from './money-options.ts';

/** `eligibility CODE [--member NO] [--answers FILE.json] [--out FILE.pdf]` */
export async function assist(call: Call): Promise<CommandResult> {
  const order = {
    code: codeOf(call.words[0] ?? ''),
    memberNo: call.text('member'),
    answers: answersOf(call.text('answers')),
    on: asOfDate(call),
  };
  const out = call.text('out');
  const { view, printed } = await withOffice(call, async (office) => ({
    view: await eligibility(office, order),
    printed: out === null ? null : await printEligibility(office, { ...order, outFile: resolve(out) }),
  }));
  const lines = printed === null ? [] : [`Printed: ${printed.file}`];
  return {
    json: printed === null ? view : { ...view, printed },
    text: [resultText(view), ...lines].join('\n'),
  };
}

/** Answers that a file holds; none without a file. @throws StandingError `answers-invalid` */
export function answersOf(file: string | null) {
  if (file === null) return {};
  const refuse = (what: string) =>
    new StandingError(
      'answers-invalid',
      `The file ${file} ${what}.`,
      'Write the answers as JSON by the questions’ ids, e.g. {"held": "lapsed", "work-years": 5, "training": null}.',
    );
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw refuse(cause instanceof SyntaxError ? 'is no JSON' : 'cannot be read');
  }
  const parsed = eligibilityAnswers.safeParse(json);
  if (!parsed.success) throw refuse('holds no answers');
  return parsed.data;
}

function resultText(view: EligibilityView): string {
  const { member, answered, next, routes, unconfirmed, sentences } = view;
  const who = member === null ? '' : ` for ${member.memberNo} ${member.name}: ${member.standing}`;
  return [
    `${view.certification} (${view.code})${who}`,
    ...answered.map(
      ({ question, text, known }) => `  ${question.ask} ${text}${known ? ' (by our records)' : ''}`,
    ),
    fitsText(view),
    ...bestFirst(routes).flatMap((result) => {
      const { route, state, needs } = result;
      if (state === 'out') return [`■ ${route.title}: closed. ${closedText(result)}`];
      return [
        `${state === 'fits' ? '●' : '○'} ${route.title} (by ${route.by === 'ccp' ? 'CCP' : 'exam'}, ${route.citation})`,
        ...needs.map(
          ({ need, state: how }) => `    ${NEED_WORDS[how]}: ${need.text}${need.confirmed ? '' : ' *'}`,
        ),
        ...(state === 'fits' ? route.documents.map((document) => `    send: ${document}`) : []),
      ];
    }),
    ...(unconfirmed ? [`* ${UNCONFIRMED_TEXT}`] : []),
    `“${sentences['SC-LAPSE-0'] ?? ''}” (SC-LAPSE-0)`,
    ...(next === null ? [] : [`Next question, ${next.id}: ${next.ask}${optionsText(next)}`]),
  ].join('\n');
}

function optionsText({ answer }: NonNullable<EligibilityView['next']>): string {
  if (answer.kind === 'number') return ` A number of ${answer.unit}.`;
  return ` ${answer.options.map(({ id, text }) => `${id} = ${text}`).join('; ')}.`;
}
