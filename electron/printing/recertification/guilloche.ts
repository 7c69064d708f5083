import type { Content } from '../pdf/content.ts';

// Lines of a certificate's border and rosette, as banknotes have them: waves drawn as vectors, too fine to copy well.

/** A band of interlaced waves along a rectangle, in points from the top left of the page. */
export function drawWaveFrame(
  content: Content,
  box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  wave: { readonly length: number; readonly height: number },
): void {
  const { left, top, right, bottom } = box;
  const lines: string[] = [];
  for (const phase of [0, 1 / 3, 2 / 3]) {
    for (const y of [top, bottom])
      lines.push(
        path(left, right, wave.length, (x) => [
          x,
          y + wave.height * Math.sin(turn(x - left, right - left, wave.length, phase)),
        ]),
      );
    for (const x of [left, right])
      lines.push(
        path(top, bottom, wave.length, (y) => [
          x + wave.height * Math.sin(turn(y - top, bottom - top, wave.length, phase)),
          y,
        ]),
      );
  }
  content.raw(['q 0.52 0.60 0.71 RG 0.45 w', ...lines, 'Q'].join('\n'));
}

/** A rosette of turned ellipses around a point. */
export function drawRosette(content: Content, cx: number, cy: number, radius: number): void {
  const lines: string[] = [];
  for (let petal = 0; petal < 24; petal++) {
    const turned = (petal * Math.PI) / 24;
    lines.push(
      path(0, 2 * Math.PI, 0.12, (angle) => {
        const [x, y] = [radius * Math.cos(angle), radius * 0.36 * Math.sin(angle)];
        return [
          cx + x * Math.cos(turned) - y * Math.sin(turned),
          cy + x * Math.sin(turned) + y * Math.cos(turned),
        ];
      }),
    );
  }
  content.raw(['q 0.91 0.925 0.945 RG 0.4 w', ...lines, 'Q'].join('\n'));
}

/** Whole waves on the way, so that corners meet. */
function turn(along: number, whole: number, length: number, phase: number): number {
  return 2 * Math.PI * ((along / whole) * Math.round(whole / length) + phase);
}

function path(
  from: number,
  to: number,
  unit: number,
  at: (along: number) => readonly [number, number],
): string {
  const steps = Math.ceil(((to - from) / unit) * (unit < 1 ? 1 : 10));
  const points = Array.from({ length: steps + 1 }, (_, step) => at(from + ((to - from) * step) / steps));
  const written = points.map(([x, y]) => `${round(x)} ${round(792 - y)}`);
  return `${written[0]} m ${written.slice(1).join(' l ')} l S`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
