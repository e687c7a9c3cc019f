import { describe, expect, it } from '@jest/globals';
import { AuditMeeting } from '#contracts';
import { filled, isWhole, type Field } from './field.js';
import { drawn, MOST_LINES, type Point } from './strokes.js';

describe('a form of fields', () => {
  const fields: readonly Field[] = [
    { name: 'currency', kind: 'choice', options: ['USD', 'KHR'], required: true },
    { name: 'khrPerUsd', kind: 'number', required: true, when: ({ currency }) => currency === 'KHR' },
    { name: 'note', kind: 'text', most: 10 },
  ];
  it('is whole when all is there that is asked', () => {
    expect(isWhole(fields, {})).toBe(false);
    expect(isWhole(fields, { currency: 'USD' })).toBe(true);
    expect(isWhole(fields, { currency: 'KHR' })).toBe(false);
    expect(isWhole(fields, { currency: 'KHR', khrPerUsd: 4100 })).toBe(true);
  });
  it('keeps nothing of what was emptied', () => {
    expect(filled({ note: '', people: 0, signature: undefined })).toEqual({ people: 0 });
  });
});

describe('a signature', () => {
  const taken = (path: string): boolean => AuditMeeting.safeParse({ signature: path }).success;
  const wave = (points: number): Point[] =>
    Array.from({ length: points }, (_, n) => [n % 600, (n * 7) % 200]);

  it('is lines that the API takes: a dot, a stroke, and one that took long', () => {
    expect(drawn([[12, 40]])).toBe('M12 40L13 40');
    expect(
      drawn([
        [12, 40],
        [12, 40],
        [15, 44],
      ]),
    ).toBe('M12 40L15 44');
    for (const points of [1, 2, 400, 401, 5000]) expect(taken(drawn(wave(points)))).toBe(true);
    expect(drawn([])).toBe('');
  });
  it('of as many lines as may be drawn is still one that the API takes', () => {
    expect(taken(drawn(wave(20)).repeat(MOST_LINES))).toBe(true);
    expect(taken(drawn(wave(20)).repeat(MOST_LINES + 1))).toBe(false);
  });
});
