import { z } from 'zod';
import { CERTIFICATION_CODES } from '../../shared/domain/codes.ts';
import { KNOWN_FACTS } from '../../shared/domain/eligibility.ts';

const id = z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is no id like work-years');
const words = z.string().trim().min(1);

/** A figure, or the name of the value of the policy book that is taken on the date. */
const figure = z.union([z.number().min(0), z.strictObject({ policy: words })]);

const test = z.union([
  z.strictObject({ oneOf: z.array(id).min(1) }),
  z.strictObject({ atLeast: figure }),
  z.strictObject({ atMost: figure }),
  z.strictObject({ under: figure }),
]);

/** A file under `resources/policy/eligibility/`: the questions and routes of one certification. */
export const eligibilityFile = z.strictObject({
  code: z.enum(CERTIFICATION_CODES),
  questions: z
    .array(
      z.strictObject({
        id,
        ask: z.string().regex(/\?$/, 'ends with a question mark'),
        help: z.string(),
        known: z.enum(KNOWN_FACTS).nullable(),
        answer: z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('choice'),
            options: z.array(z.strictObject({ id, text: words })).min(2),
          }),
          z.strictObject({
            kind: z.literal('number'),
            unit: words,
            least: z.number().min(0),
            most: z.number().min(1),
          }),
        ]),
      }),
    )
    .min(1),
  routes: z
    .array(
      z.strictObject({
        id,
        title: words,
        by: z.enum(['ccp', 'exam']),
        /** The sentence of the policy that opens it. */
        citation: words,
        needs: z
          .array(
            z.strictObject({
              question: id,
              test,
              /** `{n}` stands for the figure. */
              text: words,
              otherwise: z.enum(['out', 'still']),
              reference: words,
              /** Of a figure of the policy book: whether the rest of the need is. */
              confirmed: z.boolean(),
            }),
          )
          .min(1),
        /** What to send; `shownBy`: an application shows by itself whether it is there. */
        documents: z
          .array(z.union([words, z.strictObject({ text: words, shownBy: z.enum(['application', 'fee']) })]))
          .min(1),
      }),
    )
    .min(1),
});

export type EligibilityFile = z.infer<typeof eligibilityFile>;
export type NeedInFile = EligibilityFile['routes'][number]['needs'][number];
