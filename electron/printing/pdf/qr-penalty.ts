/**
 * The penalty of a QR code (ISO/IEC 18004, table 11), its rows and then its columns held as integers, bit 0 the
 * left or upper module: weighing eight masks module by module would cost more than all else on a page.
 */
export function penalty(lines: Int32Array): number {
  const size = lines.length / 2;
  let total = 0;
  let dark = 0;
  for (let y = 0; y < size; y++) {
    const row = lines[y] ?? 0;
    total += linePenalty(row, size) + linePenalty(lines[size + y] ?? 0, size);
    dark += ones(row);
    if (y + 1 < size) {
      const next = lines[y + 1] ?? 0;
      const alike = ~(row ^ (row >> 1)) & ~(next ^ (next >> 1)) & ~(row ^ next);
      total += 3 * ones(alike & ((1 << (size - 1)) - 1));
    }
  }
  const percent = (100 * dark) / (size * size);
  return total + 10 * Math.floor(Math.abs(percent - 50) / 5);
}

/** Runs of five and more alike, and finder-like patterns, in one line. */
function linePenalty(line: number, size: number): number {
  const alike = ~(line ^ (line >> 1)) & ((1 << (size - 1)) - 1);
  const fives = alike & (alike >> 1) & (alike >> 2) & (alike >> 3);
  let total = fives === 0 ? 0 : ones(fives) + 2 * ones(fives & ~(fives >> 1));
  // 1011101 with four light modules before or after it; bit 0 is the left end.
  const light = ~line & ((1 << size) - 1);
  const finder = line & (light >> 1) & (line >> 2) & (line >> 3) & (line >> 4) & (light >> 5) & (line >> 6);
  if (finder !== 0) {
    const four = light & (light >> 1) & (light >> 2) & (light >> 3);
    total += 40 * (ones(finder & (four >> 7)) + ones((finder >> 4) & four));
  }
  return total;
}

function ones(value: number): number {
  let v = value - ((value >> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >> 2) & 0x33333333);
  return (((v + (v >> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
