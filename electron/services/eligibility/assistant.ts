import { CERTIFICATION_NAMES, type CertificationCode } from '../../../shared/domain/codes.ts';
import type {
  EligibilityAnswer,
  EligibilityAnswers,
  EligibilityQuestion,
  EligibilityView,
} from '../../../shared/domain/eligibility.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import { StandingError } from '../../../shared/ipc/errors.ts';
import { assess } from '../../rules/eligibility/assess.ts';
import type { OfficeView } from '../office.ts';
import { officePolicy } from '../policy.ts';
import { guideOf } from './guide.ts';
import { knownOf } from './known.ts';

/** Whom and what the assistant is asked about. */
export interface EligibilityOrder {
  readonly code: CertificationCode;
  /** null = nobody whom the office knows. */
  readonly memberNo: string | null;
  /** What was answered so far, by the questions' ids; null = not sure. */
  readonly answers: EligibilityAnswers;
  readonly on: CalendarDate;
}

/** What a member's records say for certain; the points can be more than is recorded. */
const CERTAIN: readonly string[] = ['held', 'lapsed-years'];

/**
 * The next question and how the routes stand after some answers (SC-RECERT-4); for a member, what is known is answered already. Everyone
 * is held against the routes as they are today (SC-LAPSE-0).
 * @throws StandingError `member-unknown`, `answer-impossible`, `answer-contradicts`
 */
export async function eligibility(
  view: OfficeView,
  { code, memberNo, answers, on }: EligibilityOrder,
): Promise<EligibilityView> {
  const policy = await officePolicy(view);
  const known = memberNo === null ? null : await knownOf(view, memberNo, code, policy, on);
  // Whether only the exam is left was settled by the value of the day of the lapse, as the rules have it.
  const dateOf = (name: string) => (name === 'exam-only-after-years' ? (known?.lapsedOn ?? on) : on);
  const guide = guideOf(view.resources, code, policy, dateOf);
  const told = answeredByRecords(guide.questions, known?.facts ?? {});
  refuseImpossible(guide.questions, answers);
  refuseContradiction(guide.questions, told, answers);
  const all = { ...told, ...answers };
  const { next, routes } = assess(guide, all);
  const fee = (route: 'ccp' | 'exam') => {
    const { value, confirmed } = policy.value(`recertification-fee.${route}`, on);
    return { cents: value, confirmed };
  };
  const fees = { ccp: fee('ccp'), exam: fee('exam') };
  const cited = ['SC-LAPSE-0', 'SC-RECERT-2', 'SC-RECERT-4', ...guide.routes.map((route) => route.citation)];
  return {
    code,
    certification: CERTIFICATION_NAMES[code],
    on,
    member: known?.member ?? null,
    answered: guide.questions.flatMap((question) => {
      const answer = all[question.id];
      if (answer === undefined) return [];
      const own = Object.hasOwn(answers, question.id);
      return { question, answer, text: answerText(question, answer), known: !own };
    }),
    next,
    routes,
    fees,
    sentences: Object.fromEntries(cited.map((id) => [id, policy.sentence(id).text])),
    unconfirmed: guide.routes.some(({ needs }) => needs.some((need) => !need.confirmed)),
  };
}

function answeredByRecords(
  questions: readonly EligibilityQuestion[],
  facts: Readonly<Partial<Record<string, string | number>>>,
): Readonly<Record<string, string | number>> {
  return Object.fromEntries(
    questions.flatMap(({ id, known }) => {
      const fact = known === null ? undefined : facts[known];
      return fact === undefined ? [] : [[id, fact]];
    }),
  );
}

/** @throws StandingError `answer-impossible` for a question that is not there or an answer that it cannot have */
function refuseImpossible(questions: readonly EligibilityQuestion[], answers: EligibilityAnswers): void {
  for (const [id, answer] of Object.entries(answers)) {
    const question = questions.find((one) => one.id === id);
    if (question === undefined)
      throw impossible(
        `There is no question “${id}”.`,
        `They are ${questions.map((one) => one.id).join(', ')}.`,
      );
    if (answer === null) continue;
    const { answer: form } = question;
    if (form.kind === 'choice' && !form.options.some((option) => option.id === answer))
      throw impossible(
        `“${answer}” does not answer “${question.ask}”`,
        `Answer one of ${form.options.map((option) => option.id).join(', ')}.`,
      );
    if (
      form.kind === 'number' &&
      !(typeof answer === 'number' && answer >= form.least && answer <= form.most)
    )
      throw impossible(
        `“${answer}” does not answer “${question.ask}”`,
        `Answer a number from ${form.least} to ${form.most}.`,
      );
  }
}

function impossible(what: string, fix: string): StandingError {
  return new StandingError('answer-impossible', what, fix);
}

/** @throws StandingError `answer-contradicts` where an answer says otherwise than the member's records */
function refuseContradiction(
  questions: readonly EligibilityQuestion[],
  told: Readonly<Record<string, string | number>>,
  answers: EligibilityAnswers,
): void {
  for (const { id, known, ask } of questions) {
    if (known === null || !CERTAIN.includes(known)) continue;
    if (told[id] === undefined || !Object.hasOwn(answers, id) || answers[id] === told[id]) continue;
    throw new StandingError(
      'answer-contradicts',
      `The member’s records answer “${ask}” otherwise: ${told[id]}.`,
      'Leave the question out, or correct the records first.',
    );
  }
}

/** An answer in words. */
export function answerText({ answer: form }: EligibilityQuestion, answer: EligibilityAnswer): string {
  if (answer === null) return 'Not sure';
  if (form.kind === 'number')
    return `${answer.toLocaleString('en-US')} ${answer === 1 ? form.unit.replace(/s$/, '') : form.unit}`;
  return form.options.find(({ id }) => id === answer)?.text ?? String(answer);
}
