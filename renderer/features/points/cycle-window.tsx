// biome-ignore-all lint/a11y/useSemanticElements: parts of a drawing are named by role; no HTML element stands inside an SVG
// biome-ignore-all lint/a11y/noInteractiveElementToNoninteractiveRole: a part takes the focus to be read, it is not a control
import { type KeyboardEvent, useState } from 'react';
import type { MemberActivity, PointsOfCertification } from '../../../shared/domain/points.ts';
import { shortDate } from '../../components/short-date.ts';
import { useWidth } from '../../components/use-width.ts';
import { placed, placeOf, radiusOf, yearMarks } from './window-places.ts';

const MARGIN = 14;
const HEIGHT = 72;
const LINE_Y = 36;

interface CycleWindowProps {
  readonly certification: PointsOfCertification;
  readonly activities: readonly MemberActivity[];
  readonly asOf: string;
}

/**
 * The three years of a cycle with its activities on them: filled where they count, the larger the more points; hollow and crossed where they do
 * not. By keyboard it is one stop, with the arrow keys from one activity to the next.
 */
export function CycleWindow({ certification, activities, asOf }: CycleWindowProps) {
  const [frame, width] = useWidth();
  const [stop, setStop] = useState(0);
  const [told, setTold] = useState<number | null>(null);
  const { code, cycleStart, cycleEnd } = certification;
  const x = (share: number) => MARGIN + share * (width - 2 * MARGIN);
  const parts = placed(activities, certification, asOf);
  const now = placeOf(asOf, certification);
  const tabStop = Math.min(stop, parts.length - 1);
  const shown = told === null ? undefined : parts[told];

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const next = nextStop(event.key, stop, parts.length);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget.querySelectorAll<SVGGElement>('[role="img"]')[next]?.focus();
  };
  return (
    <div className="window" ref={frame}>
      {width === 0 ? null : (
        <svg
          width={width}
          height={HEIGHT}
          role="group"
          aria-label={`Cycle of ${code} with its activities`}
          onKeyDown={onKeyDown}
        >
          <rect className="window__band" x={x(0)} y={LINE_Y - 16} width={x(1) - x(0)} height={32} rx={5} />
          <rect className="window__past" x={x(0)} y={LINE_Y - 16} width={x(now) - x(0)} height={32} rx={5} />
          {yearMarks(certification).map(({ at, day }) => (
            <g key={day}>
              <line className="window__year" x1={x(at)} x2={x(at)} y1={LINE_Y - 16} y2={LINE_Y + 16} />
              <text className="window__label" x={x(at)} y={HEIGHT - 4} textAnchor="middle">
                {shortDate(day)}
              </text>
            </g>
          ))}
          <text className="window__label" x={x(0)} y={HEIGHT - 4}>
            {shortDate(cycleStart)}
          </text>
          <text className="window__label" x={x(1)} y={HEIGHT - 4} textAnchor="end">
            {shortDate(cycleEnd)}
          </text>
          {parts.map((part, index) => (
            <g
              key={part.activity}
              role="img"
              aria-label={part.words}
              tabIndex={index === tabStop ? 0 : -1}
              className={part.counts ? 'window__part' : 'window__part window__part--not'}
              onFocus={() => {
                setStop(index);
                setTold(index);
              }}
              onBlur={() => setTold(null)}
              onMouseEnter={() => setTold(index)}
              onMouseLeave={() => setTold(null)}
            >
              {part.to > part.from ? (
                <rect x={x(part.from)} y={LINE_Y - 5} width={x(part.to) - x(part.from)} height={10} rx={5} />
              ) : (
                <circle cx={x(part.from)} cy={LINE_Y} r={radiusOf(part.points)} />
              )}
              {part.counts ? null : (
                <line x1={x(part.to) - 5} x2={x(part.to) + 5} y1={LINE_Y + 5} y2={LINE_Y - 5} />
              )}
            </g>
          ))}
          <line className="window__today" x1={x(now)} x2={x(now)} y1={LINE_Y - 22} y2={LINE_Y + 18} />
          <text
            className="window__now"
            x={Math.min(Math.max(x(now), MARGIN + 4), width - MARGIN - 4)}
            y={10}
            textAnchor="middle"
          >
            today
          </text>
        </svg>
      )}
      {shown === undefined ? null : (
        <div
          className="window__words"
          aria-hidden="true"
          style={{ left: Math.min(Math.max(x(shown.to), 162), Math.max(162, width - 162)) }}
        >
          {shown.words}
        </div>
      )}
    </div>
  );
}

function nextStop(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
