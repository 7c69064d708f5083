import type { CertificationCode } from '../../../shared/domain/codes.ts';
import type { EligibilityGuide, NeedTest, RouteNeed } from '../../../shared/domain/eligibility.ts';
import type { CalendarDate } from '../../../shared/domain/facts.ts';
import type { EligibilityFile, NeedInFile } from '../../policy/eligibility-file.ts';
import { loadEligibility } from '../../policy/load-eligibility.ts';
import type { PolicyBook } from '../../policy/policy-book.ts';

const files = new Map<string, EligibilityFile>();

/** On which date each figure of the policy book is taken. */
export type DateOf = (name: string) => CalendarDate;

/**
 * The questions and routes of a certification with every figure filled in from the policy book.
 * @throws StandingError `policy-invalid`, `policy-unknown`
 */
export function guideOf(
  resources: string,
  code: CertificationCode,
  policy: PolicyBook,
  dateOf: DateOf,
): EligibilityGuide {
  const { questions, routes } = fileOf(resources, code);
  return {
    code,
    questions,
    routes: routes.map((route) => {
      policy.sentence(route.citation);
      return {
        ...route,
        needs: route.needs.map((need) => filled(need, policy, dateOf)),
        documents: route.documents.map((one) => (typeof one === 'string' ? one : one.text)),
        shownBy: Object.fromEntries(
          route.documents.flatMap((one) => (typeof one === 'string' ? [] : [[one.text, one.shownBy]])),
        ),
      };
    }),
  };
}

function fileOf(resources: string, code: CertificationCode): EligibilityFile {
  const key = `${resources} ${code}`;
  const known = files.get(key);
  if (known !== undefined) return known;
  const file = loadEligibility(resources, code);
  files.set(key, file);
  return file;
}

function filled(need: NeedInFile, policy: PolicyBook, dateOf: DateOf): RouteNeed {
  const { test, text, confirmed } = need;
  if ('oneOf' in test) return { ...need, test };
  const [figure, made] =
    'atLeast' in test
      ? ([test.atLeast, (n: number): NeedTest => ({ atLeast: n })] as const)
      : 'atMost' in test
        ? ([test.atMost, (n: number): NeedTest => ({ atMost: n })] as const)
        : ([test.under, (n: number): NeedTest => ({ under: n })] as const);
  const value =
    typeof figure === 'number'
      ? { value: figure, confirmed: true }
      : policy.value(figure.policy, dateOf(figure.policy));
  return {
    ...need,
    test: made(value.value),
    text: text.replace('{n}', value.value.toLocaleString('en-US')),
    confirmed: confirmed && value.confirmed,
  };
}
