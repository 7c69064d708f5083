import { Minus, MoveHorizontal, Plus } from 'lucide-react';
import { IconButton } from '../../components/button.tsx';

interface ZoomButtonsProps {
  /** 1 = as large as on paper. */
  readonly zoom: number;
  readonly fits: boolean;
  readonly onZoom: (direction: 1 | -1) => void;
  readonly onFit: () => void;
}

/** Smaller, how large, larger, as wide as the window. */
export function ZoomButtons({ zoom, fits, onZoom, onFit }: ZoomButtonsProps) {
  return (
    <fieldset className="zoom">
      <legend className="visually-hidden">Size</legend>
      <IconButton icon={Minus} label="Smaller (-)" onClick={() => onZoom(-1)} />
      <output className="zoom__said figures">{Math.round(zoom * 100)} %</output>
      <IconButton icon={Plus} label="Larger (+)" onClick={() => onZoom(1)} />
      <IconButton
        icon={MoveHorizontal}
        label="As wide as the window (0)"
        aria-pressed={fits}
        onClick={onFit}
      />
    </fieldset>
  );
}
