import { useId } from 'react';
import { type EnvelopeProfile, foldedHeight, windowArea } from '../../../shared/domain/envelope.ts';
import { areaOf, type InsertPlace, type PageMark } from '../../../shared/domain/tap-test.ts';

interface TapDrawingProps {
  readonly profile: EnvelopeProfile;
  readonly marks: readonly PageMark[];
  readonly place: InsertPlace;
}

/** The envelope at scale, the folded sheet in it, and through the windows what shows of the sheet. */
export function TapDrawing({ profile, marks, place }: TapDrawingProps) {
  const clip = useId();
  const { width, height } = profile.envelope;
  const windows = [profile.addressWindow, profile.returnWindow].flatMap((window) =>
    window === null ? [] : [windowArea(profile, window)],
  );
  const front = marks.filter((mark) => areaOf(mark).top < foldedHeight(profile));
  const edge = 0.15;
  return (
    <svg
      className="tap-drawing"
      viewBox={`${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}`}
      role="img"
      aria-label={`${profile.name}, the sheet at the ${place.name}`}
    >
      <defs>
        <clipPath id={clip}>
          {windows.map(({ left, top, right, bottom }) => (
            <rect key={top} x={left} y={top} width={right - left} height={bottom - top} rx={0.08} />
          ))}
        </clipPath>
      </defs>
      <rect className="tap-drawing__envelope" width={width} height={height} rx={0.06} />
      {windows.map(({ left, top, right, bottom }) => (
        <rect
          key={top}
          className="tap-drawing__pane"
          x={left}
          y={top}
          width={right - left}
          height={bottom - top}
          rx={0.08}
        />
      ))}
      <g transform={`translate(${place.dx} ${place.dy})`}>
        <rect className="tap-drawing__sheet" width={profile.sheet.width} height={foldedHeight(profile)} />
        <g className="tap-drawing__hidden">
          <Marks marks={front} />
        </g>
      </g>
      <g clipPath={`url(#${clip})`}>
        <g transform={`translate(${place.dx} ${place.dy})`} className="tap-drawing__seen">
          <rect className="tap-drawing__paper" width={profile.sheet.width} height={foldedHeight(profile)} />
          <Marks marks={front} />
        </g>
      </g>
      {windows.map(({ left, top, right, bottom }) => (
        <rect
          key={top}
          className="tap-drawing__window"
          x={left}
          y={top}
          width={right - left}
          height={bottom - top}
          rx={0.08}
        />
      ))}
    </svg>
  );
}

function Marks({ marks }: { readonly marks: readonly PageMark[] }) {
  return marks.map((mark) => {
    const { left, top, right, bottom } = areaOf(mark);
    const key = `${left} ${top} ${mark.text}`;
    if (mark.kind === 'drawing')
      return (
        <rect
          key={key}
          className="tap-drawing__drawing"
          x={left}
          y={top}
          width={right - left}
          height={bottom - top}
        />
      );
    return (
      <text
        key={key}
        x={left}
        y={mark.baseline}
        fontSize={mark.size}
        textLength={right - left}
        lengthAdjust="spacingAndGlyphs"
      >
        {mark.text}
      </text>
    );
  });
}
