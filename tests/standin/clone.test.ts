import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { cloneCodec } from './clone.ts';

const { encode, decode } = cloneCodec();

class Money {
  readonly cents = 50_00;
}
const circle: { name: string; self?: object } = { name: 'circle' };
circle.self = circle;
const shared = { n: 1 };
// biome-ignore lint/suspicious/noSparseArray: a hole is what is tested.
const holes = [1, , 3];

const KEPT: readonly (readonly [string, unknown])[] = [
  ['text', 'Zoë “Ω” \u2028 \0 😀'],
  ['a lone surrogate', '\ud800'],
  ['numbers', [0, -0, 1.5, 2 ** 53, Number.NaN, Infinity, -Infinity]],
  ['bigint', 2n ** 80n],
  ['nothing', [null, undefined, { a: undefined }]],
  ['undefined alone', undefined],
  ['dates', [new Date(0), new Date('2026-11-30T05:00:00Z'), new Date(Number.NaN)]],
  ['a map with object keys', new Map<unknown, unknown>([[{ k: 1 }, new Set([1, 'a'])]])],
  ['bytes', new Uint8Array([0, 127, 255])],
  ['a view of part of a buffer', new Uint8Array([1, 2, 3, 4]).subarray(1, 3)],
  ['other views', [new Float64Array([0.1]), new BigInt64Array([-1n]), new Int16Array([-2])]],
  ['a buffer', new Uint8Array([9, 8]).buffer],
  ['a regular expression', /a\/b/giu],
  ['boxed values', [Object(1), Object('a'), Object(false)]],
  ['a key named __proto__', JSON.parse('{"__proto__": {"a": 1}}')],
  ['a list that looks like a code', [['u'], ['r', 0], ['n', 'NaN']]],
  ['nested', { a: [{ b: new Map([['c', [1n]]]) }] }],
  ['holes', holes],
];

describe('values that cross', () => {
  it.each(KEPT)('%s', (_name, value) => {
    assert.deepStrictEqual(decode(encode(value)), structuredClone(value));
  });

  it('keep circles and shared parts', () => {
    const [back, a, b] = decode(encode([circle, shared, shared])) as [typeof circle, object, object];
    expect(back.self).toBe(back);
    expect(a).toBe(b);
  });

  it('lose their class', () => {
    assert.deepStrictEqual(decode(encode(new Money())), { cents: 50_00 });
  });

  it('keep of an error its name, message, stack and cause', () => {
    const error = new RangeError('too far', { cause: new Date(1) });
    const back = decode(encode(error)) as Error;
    expect(back).toBeInstanceOf(RangeError);
    expect([back.message, back.stack]).toEqual(['too far', error.stack]);
    expect(back.cause).toEqual(new Date(1));
  });

  it('bring a Node buffer as plain bytes', () => {
    const back = decode(encode(Buffer.from('abc')));
    assert.deepStrictEqual(back, new Uint8Array([97, 98, 99]));
  });

  it('carry five megabytes', () => {
    const bytes = new Uint8Array(5 * 2 ** 20).map((_, at) => at % 251);
    assert.deepStrictEqual(decode(encode(bytes)), bytes);
  });
});

describe('values that do not cross', () => {
  it.each([
    ['a function', () => undefined],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a function deep inside', { a: [{ b() {} }] }],
  ])('%s', (_name, value) => {
    expect(() => encode(value)).toThrow('An object could not be cloned.');
    expect(() => structuredClone(value)).toThrow();
  });
});
