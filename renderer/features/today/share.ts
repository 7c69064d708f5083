/** A part of a whole as people read it: `73 %`, `under 1 %` for what would round to nothing, empty for no whole. */
export function share(part: number, whole: number): string {
  if (whole === 0) return '';
  const percent = (part / whole) * 100;
  if (part > 0 && percent < 1) return 'under 1 %';
  return `${Math.round(percent)} %`;
}
