import type { StandingStatus } from '../../../../shared/domain/standing.ts';
import { StatusPath } from '../../../components/status.tsx';
import type { FeeMark } from './fee-mark.ts';

interface FeeShapeProps {
  readonly mark: FeeMark;
  /** Pixels, its middle. */
  readonly x: number;
  readonly y: number;
}

const SIZE = 14;

/** A year's fee on the timeline: ● paid, ○ waived (with a bar) or still to come, ◐ due, ▲ past due. */
export function FeeShape({ mark, x, y }: FeeShapeProps) {
  return (
    <g className={`fee-shape fee-shape--${mark}`}>
      <circle className="fee-shape__ground" cx={x} cy={y} r={SIZE / 2 + 2} />
      <g transform={`translate(${x - SIZE / 2} ${y - SIZE / 2}) scale(${SIZE / 10})`}>
        <StatusPath status={STATUS_OF[mark]} />
        {mark === 'waived' ? <path d="M2.6 5 H7.4" stroke="currentColor" strokeWidth="1.4" /> : null}
      </g>
    </g>
  );
}

const STATUS_OF: Readonly<Record<FeeMark, StandingStatus | null>> = {
  paid: 'active',
  waived: null,
  due: 'due',
  'past-due': 'past-due',
  upcoming: null,
};
