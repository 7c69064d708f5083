// biome-ignore-all lint/a11y/useSemanticElements: parts of a drawing are named by role; no HTML element stands inside an SVG
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: a part takes the focus to be read, it is not a control
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CertificationOnPage } from '../../../../shared/domain/member-page.ts';
import { useWidth } from '../../../components/use-width.ts';
import { cycleLabel, cycleProgress, cycleWords } from './cycle-words.ts';
import { feeMark, feeWords } from './fee-mark.ts';
import { FeeShape } from './fee-shape.tsx';
import { nextPart } from './next-part.ts';
import { type TimeSpan, xOf } from './span.ts';
import './timeline.css';

const MARGIN = 12;
const HEIGHT = 74;
const FEES_Y = 16;
const CYCLES_Y = 38;
const CYCLE_HEIGHT = 24;

/** One thing on the timeline that can be pointed at. */
interface Part {
  readonly key: string;
  /** Pixels from the left, where its words stand. */
  readonly x: number;
  readonly words: string;
  readonly drawing: ReactNode;
}

interface TimelineProps {
  readonly certification: CertificationOnPage;
  /** The stretch of time that is drawn. */
  readonly span: TimeSpan;
}

/**
 * A certification's fees and cycles, drawn along its years: one mark a fee by shape and colour, one bar a cycle. Pointing at a part says what it
 * is; by keyboard it is one stop, with the arrow keys inside.
 */
export function Timeline({ certification, span }: TimelineProps) {
  const [frame, width] = useWidth();
  const [at, setAt] = useState<number | null>(null);
  const [stop, setStop] = useState<number | null>(null);
  const { asOf } = certification.standing;
  const x = (date: string) => xOf(date, span, width, MARGIN);

  const fees: Part[] = certification.feeYears
    .filter((year) => year.yearStart >= span.from)
    .map((year) => ({
      key: `fee ${year.yearStart}`,
      x: x(year.yearStart),
      words: feeWords(year, asOf),
      drawing: <FeeShape mark={feeMark(year, asOf)} x={x(year.yearStart)} y={FEES_Y} />,
    }));
  const cycles: Part[] = certification.cycles
    .filter((cycle) => cycle.start >= span.from)
    .map((cycle) => {
      const left = x(cycle.start) + 1;
      const length = Math.max(4, x(cycle.end) - left - 1);
      return {
        key: `cycle ${cycle.start}`,
        x: left + length / 2,
        words: cycleWords(cycle),
        drawing: (
          <g className={`timeline__cycle timeline__cycle--${cycle.state}`}>
            <rect
              className="timeline__bar"
              x={left}
              y={CYCLES_Y}
              width={length}
              height={CYCLE_HEIGHT}
              rx={4}
            />
            {cycle.state === 'open' ? (
              <rect
                className="timeline__done"
                x={left}
                y={CYCLES_Y}
                width={length * cycleProgress(cycle)}
                height={CYCLE_HEIGHT}
                rx={4}
              />
            ) : null}
            <text x={left + length / 2} y={CYCLES_Y + 16}>
              {cycleLabel(cycle, length)}
            </text>
          </g>
        ),
      };
    });
  const parts = [...fees, ...cycles];
  // The stop by keyboard is where one last was, else the newest fee that is asked for.
  const tabStop = stop ?? Math.max(0, fees.length - 1);
  const told = at === null ? undefined : parts[at];

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const next = nextPart(
      event.key,
      tabStop,
      fees.length,
      parts.map((part) => part.x),
    );
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget.querySelectorAll<SVGGElement>('[role="img"]')[next]?.focus();
  };

  return (
    <div className="timeline">
      <div ref={frame} className="timeline__frame">
        {width === 0 ? null : (
          <svg
            className="timeline__drawing"
            width={width}
            height={HEIGHT}
            role="group"
            aria-label={`Fees and cycles of ${certification.code}`}
            onKeyDown={onKeyDown}
          >
            <line className="timeline__line" x1={MARGIN} x2={width - MARGIN} y1={FEES_Y} y2={FEES_Y} />
            <line className="timeline__today" x1={x(asOf)} x2={x(asOf)} y1={2} y2={CYCLES_Y + CYCLE_HEIGHT} />
            <text className="timeline__now" x={x(asOf)} y={HEIGHT - 1}>
              today
            </text>
            {parts.map((part, index) => (
              <g
                key={part.key}
                role="img"
                aria-label={part.words}
                tabIndex={index === tabStop ? 0 : -1}
                className="timeline__part"
                onFocus={() => {
                  setAt(index);
                  setStop(index);
                }}
                onBlur={() => setAt(null)}
                onMouseEnter={() => setAt(index)}
                onMouseLeave={() => setAt(null)}
              >
                {part.drawing}
              </g>
            ))}
          </svg>
        )}
        {told === undefined ? null : (
          <div
            className="timeline__words"
            aria-hidden="true"
            style={{ left: Math.min(Math.max(told.x, 130), Math.max(130, width - 130)) }}
          >
            {told.words}
          </div>
        )}
      </div>
    </div>
  );
}
