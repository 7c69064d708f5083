import {
  type EligibilityView,
  type NeedState,
  type RouteResult,
  UNCONFIRMED_TEXT,
} from '../../../shared/domain/eligibility.ts';
import { bestFirst, closedText, fitsText, NEED_WORDS } from '../../../shared/domain/eligibility-words.ts';
import type { OfficeProfile } from '../../../shared/domain/notice.ts';
import { displayDate } from '../../../shared/util/dates.ts';
import { displayCents } from '../../../shared/util/money.ts';
import type { EnvelopeProfile } from '../envelope/profile.ts';
import { drawLetterhead } from '../letter/letterhead.ts';
import { ASIDE, LEFT, RIGHT, STYLES } from '../letter/styles.ts';
import type { Content, Style } from '../pdf/content.ts';

/** What the page of a result is drawn from. */
export interface EligibilityPaper {
  readonly office: OfficeProfile;
  readonly envelope: EnvelopeProfile;
  readonly view: EligibilityView;
}

const TOP = 176;
const BOTTOM = 752;
/** The states of needs stand in a column of their own. */
const NEED_LEFT = LEFT + 78;

/** The result on one page, as large as it fits: what was answered, the ways that fit with what they still need, and why the others are closed. */
export function eligibilityPage(paper: EligibilityPaper): (content: Content) => void {
  return (content) => {
    head(content, paper);
    for (let size = 10.5; ; size -= 0.25) {
      const height = flow(content, paper.view, size, false) - TOP;
      if (height > BOTTOM - TOP && size > 6) continue;
      flow(content, paper.view, size, true);
      return;
    }
  };
}

function head(content: Content, { office, envelope, view }: EligibilityPaper): void {
  drawLetterhead(content, office, envelope, null);
  const facts: readonly (readonly [string, string])[] = [
    ...(view.member === null
      ? []
      : ([
          ['Member', view.member.name],
          ['Member number', view.member.memberNo],
        ] as const)),
    ['Judged on', displayDate(view.on)],
  ];
  facts.forEach(([label, value], at) => {
    content.text(STYLES.label, ASIDE, 96 + at * 17, label);
    content.text(STYLES.valueBold, RIGHT, 96 + at * 17, value, 'right');
  });
  content.text(STYLES.subject, LEFT, 158, `Eligibility: ${view.certification} (${view.code})`);
}

/** Draws, or only measures, everything below the head at a size. @returns where it ends */
function flow(content: Content, view: EligibilityView, size: number, paint: boolean): number {
  const leading = size * 1.32;
  const bold: Style = { face: 'plainBold', size, ink: 'ink' };
  const plain: Style = { face: 'plain', size, ink: 'ink' };
  const soft: Style = { face: 'plain', size: size - 0.75, ink: 'soft' };
  const heading: Style = { face: 'textBold', size: size + 1.25, ink: 'accent' };
  let y = TOP;

  const say = (style: Style, x: number, text: string): void => {
    const lines = content.broken(style, text, RIGHT - x);
    if (paint) content.lines(style, x, y + leading * 0.8, leading, lines);
    y += lines.length * leading;
  };
  const row = (style: Style, label: string, text: string): void => {
    if (paint) content.text(style, LEFT, y + leading * 0.8, label);
    say(plain, NEED_LEFT, text);
  };
  const title = (text: string): void => {
    y += leading * 0.7;
    if (paint) {
      content.text(heading, LEFT, y + leading, text);
      content.rule('accent', 0.7, LEFT, y + leading * 1.35, RIGHT, y + leading * 1.35);
    }
    y += leading * 1.6;
  };

  say(bold, LEFT, fitsText(view));
  if (view.member !== null && view.member.standing !== '') say(plain, LEFT, view.member.standing);

  const fitting = bestFirst(view.routes).filter(({ state }) => state !== 'out');
  for (const result of fitting) {
    title(`${result.route.title}${result.state === 'open' ? ' (not all asked yet)' : ''}`);
    row(soft, 'How', wayText(view, result));
    for (const state of NEED_STATES) {
      const needs = result.needs.filter((one) => one.state === state);
      if (needs.length === 0) continue;
      const texts = needs.map(({ need }) => `${need.text}${need.confirmed ? '' : ' *'}`);
      row(state === 'met' ? soft : bold, capital(NEED_WORDS[state]), `${texts.join('; ')}.`);
    }
    row(soft, 'Send', `${result.route.documents.join('; ')}.`);
  }

  const closed = view.routes.filter(({ state }) => state === 'out');
  if (closed.length > 0) title('Ways that are closed');
  for (const result of closed) {
    if (paint) content.text(bold, LEFT, y + leading * 0.8, result.route.title);
    y += leading;
    say(plain, LEFT + 12, closedText(result));
  }

  title('What was answered');
  for (const { question, text, known } of view.answered)
    say(soft, LEFT, `${question.ask} ${text}${known ? ' (by our records)' : ''}`);

  y += leading * 0.6;
  if (view.unconfirmed) say(soft, LEFT, `* ${UNCONFIRMED_TEXT}`);
  const opened = new Set(fitting.map(({ route }) => route.citation));
  for (const id of ['SC-LAPSE-0', ...(view.code === 'RMA' ? ['SC-RECERT-4'] : []), ...opened])
    say({ ...soft, face: 'textItalic' }, LEFT, `“${view.sentences[id] ?? ''}” (${id})`);
  return y;
}

/** What is not there comes first. */
const NEED_STATES: readonly NeedState[] = ['still', 'unsure', 'unasked', 'met'];

function wayText({ fees }: EligibilityView, { route }: RouteResult): string {
  const { cents, confirmed } = fees[route.by];
  const by = route.by === 'ccp' ? 'Recertification by CCP' : 'Recertification by exam';
  return `${by} (${route.citation}); fee ${displayCents(cents)}${confirmed ? '' : ' *'}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
