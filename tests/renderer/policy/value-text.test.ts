import { expect, test } from 'vitest';
import { readValue, valueText } from '../../../renderer/features/policy/value-text.ts';
import type { PolicyUnit } from '../../../shared/domain/policy.ts';

test.each<{ unit: PolicyUnit; text: string; value: number | string | null }>([
  { unit: 'cents', text: '55', value: 55_00 },
  { unit: 'cents', text: '$1,055.50', value: 1_055_50 },
  { unit: 'cents', text: '-5', value: null },
  { unit: 'points', text: ' 30 ', value: 30 },
  { unit: 'points', text: '30.5', value: null },
  { unit: 'months', text: '', value: null },
  { unit: 'rate', text: '5', value: 0.05 },
  { unit: 'rate', text: '12.5 %', value: 0.125 },
  { unit: 'rate', text: '101', value: null },
  { unit: 'date', text: '2006-01-01', value: '2006-01-01' },
  { unit: 'date', text: '2006-02-30', value: null },
])('“$text” as $unit is $value', ({ unit, text, value }) => {
  expect(readValue(unit, text)).toBe(value);
});

test.each<{ unit: PolicyUnit; value: number | string; text: string }>([
  { unit: 'cents', value: 55_00, text: '55.00' },
  { unit: 'rate', value: 0.07, text: '7' },
  { unit: 'rate', value: 0.125, text: '12.5' },
  { unit: 'days', value: 0, text: '0' },
  { unit: 'date', value: '2006-01-01', text: '2006-01-01' },
])('$value of $unit stands in its field as “$text”, and reads back', ({ unit, value, text }) => {
  expect(valueText(unit, value)).toBe(text);
  expect(readValue(unit, text)).toBe(value);
});
