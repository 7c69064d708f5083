import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ORDER = '@layer tokens, base, components, features, states;';
const sheets = globSync('renderer/**/*.css');

describe('stylesheets', () => {
  it('are found', () => {
    expect(sheets.length).toBeGreaterThan(15);
  });

  // Whichever sheet the browser reads first decides the order of layers, and the bundler decides which that is.
  it.each(sheets)('%s says the order of layers before anything else', (sheet) => {
    const text = readFileSync(sheet, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .trim();
    expect(text.startsWith(ORDER)).toBe(true);
  });

  it.each(sheets.filter((sheet) => !sheet.endsWith('tokens.css')))(
    '%s takes its colours from the tokens',
    (sheet) => {
      const rules = readFileSync(sheet, 'utf8').split('\n');
      // `light-dark()` names both looks where a colour is used once only.
      expect(rules.filter((rule) => /#[0-9a-f]{3,8}\b/i.test(rule) && !/light-dark/.test(rule))).toEqual([]);
    },
  );
});

/** Contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

describe('colours in light and dark', () => {
  const tokens = readFileSync('renderer/styles/tokens.css', 'utf8');
  const token = (name: string, look: 0 | 1): string => {
    const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
    const value = match?.[look + 1];
    if (value === undefined) throw new Error(`no token ${name}`);
    return value;
  };
  const surfaces = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-chosen'];
  const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', 'active', 'due', 'past-due', 'lapsed', 'danger'];
  const pairs = inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const));

  it.each([
    ...pairs,
    ...['active', 'due', 'past-due', 'lapsed'].map((status) => [status, `${status}-fill`] as const),
    ['ink-soft', 'surface-pressed'] as const,
  ])('%s on %s can be read (4.5 to 1)', (ink, surface) => {
    for (const look of [0, 1] as const)
      expect(contrast(token(ink, look), token(surface, look))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['surface', 'surface-raised'])('the edge of a field on %s can be seen (3 to 1)', (surface) => {
    for (const look of [0, 1] as const)
      expect(contrast(token('line-strong', look), token(surface, look))).toBeGreaterThanOrEqual(3);
  });
});
