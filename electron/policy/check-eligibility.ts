import type { EligibilityFile, NeedInFile } from './eligibility-file.ts';

type Question = EligibilityFile['questions'][number];

/** What of an eligibility file contradicts itself, in a sentence; null where nothing does. */
export function contradiction({ questions, routes }: EligibilityFile): string | null {
  const twice = repeated(questions.map(({ id }) => id)) ?? repeated(routes.map(({ id }) => id));
  if (twice !== null) return `“${twice}” is there twice`;
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const question of questions) {
    const wrong = questionWrong(question);
    if (wrong !== null) return `${question.id}: ${wrong}`;
  }
  for (const route of routes) {
    const asked = repeated(route.needs.map((need) => need.question));
    if (asked !== null) return `${route.id}: needs two things of the question “${asked}”`;
    for (const need of route.needs) {
      const wrong = needWrong(need, byId.get(need.question));
      if (wrong !== null) return `${route.id}: ${wrong}`;
    }
  }
  const used = new Set(routes.flatMap(({ needs }) => needs.map(({ question }) => question)));
  const idle = questions.find(({ id }) => !used.has(id));
  return idle === undefined ? null : `no route needs the question “${idle.id}”`;
}

function questionWrong({ answer }: Question): string | null {
  if (answer.kind === 'number') return answer.least < answer.most ? null : 'its least is not below its most';
  const option = repeated(answer.options.map(({ id }) => id));
  return option === null ? null : `has the option “${option}” twice`;
}

/** A need that nobody or everybody meets asks nothing. */
function needWrong({ question, test }: NeedInFile, asked: Question | undefined): string | null {
  if (asked === undefined) return `asks for the question “${question}”, which is not there`;
  const { answer } = asked;
  if ('oneOf' in test) {
    if (answer.kind !== 'choice') return `wants an option of “${question}”, which is a number`;
    const ids = answer.options.map(({ id }) => id);
    const strange = test.oneOf.find((id) => !ids.includes(id));
    if (strange !== undefined) return `wants the option “${strange}” of “${question}”, which is not there`;
    return test.oneOf.length === ids.length ? `takes every option of “${question}”` : null;
  }
  if (answer.kind !== 'number') return `wants a number of “${question}”, which has options`;
  const [[kind, bound] = ['', 0]] = Object.entries(test);
  if (typeof bound !== 'number') return null;
  const { least, most } = answer;
  const divides = kind === 'atMost' ? bound >= least && bound < most : bound > least && bound <= most;
  return divides ? null : `wants ${bound} of “${question}”, which tells nobody from anybody`;
}

function repeated(ids: readonly string[]): string | null {
  return ids.find((id, at) => ids.indexOf(id) !== at) ?? null;
}
