import { describe, expect, it } from '@jest/globals';
import { historyLines, isSmallStep, valuesOf } from './history-lines.js';

const entry = (seq: number, told: Record<string, unknown>) => ({
  seq,
  occurredAt: `2026-11-${20 + seq}T03:00:00.000Z`,
  entry: told,
});

describe('the history of a case', () => {
  it('tells each event, newest first, and of whom the office did it for', () => {
    const lines = historyLines([
      entry(1, { events: [{ type: 'qualification-opened', params: { category: 'TRIMS' } }], onBehalf: true }),
      entry(2, { events: [{ type: 'application-submitted' }, { type: 'bank-change-announced' }] }),
    ]);
    expect(lines.map(({ type }) => type)).toEqual([
      'bank-change-announced',
      'application-submitted',
      'qualification-opened',
    ]);
    expect(lines.map(({ onBehalf }) => onBehalf)).toEqual([false, false, true]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(3);
  });

  it('says nothing of what is sealed but that it is there', () => {
    const [line] = historyLines([entry(7, { sealed: true })]);
    expect(line).toMatchObject({ type: null, params: {} });
    expect(line && isSmallStep(line)).toBe(true);
  });

  it('gives a sentence days as the reader writes them, and none for what is not known', () => {
    const day = (at: string) => `<${at.slice(0, 10)}>`;
    expect(valuesOf({ until: '2027-01-02T00:00:00.000Z', lot: 2, items: ['a'] }, day)).toEqual({
      ...{ until: '<2027-01-02>', date: 'none', result: 'none', lot: 2 },
    });
  });
});
