import { describe, expect, it } from '@jest/globals';
import { answeredItems, stepFrom, type Item } from './review-items.js';

const item = (id: string, severity: string) => ({ id, severity }) as Item;
const CHECKLIST = [item('BL-01', 'critical'), item('BL-02', 'minor'), item('QM-01', 'major')];
const fact = (id: string, value: string) => ({
  ...{
    item: id,
    content: { value },
    version: 1,
    onBehalf: false,
    erased: [],
    occurredAt: '2026-11-20T03:00:00Z',
  },
});
const ANSWERS = [fact('QM-01', 'partial'), fact('BL-01', 'conform')];
const ids = (shown: Parameters<typeof answeredItems>[2]) =>
  answeredItems(CHECKLIST, ANSWERS, shown).map(({ item: { id }, answer }) => [id, answer?.value]);

describe('answers under review', () => {
  it('stand in the order of the checklist, also those that nobody had to give', () => {
    expect(ids('all')).toEqual([
      ['BL-01', 'conform'],
      ['BL-02', undefined],
      ['QM-01', 'partial'],
    ]);
  });

  it('are narrowed to what was found, and to what is grave', () => {
    expect(ids('findings')).toEqual([['QM-01', 'partial']]);
    expect(ids('grave')).toEqual([['BL-01', 'conform']]);
  });

  it('are gone through one by one, and no further than the ends', () => {
    const all = answeredItems(CHECKLIST, ANSWERS, 'all');
    expect(stepFrom(all, 'BL-01', 1)).toBe('BL-02');
    expect(stepFrom(all, 'QM-01', 1)).toBe('QM-01');
    expect(stepFrom(all, 'BL-01', -1)).toBe('BL-01');
    expect(stepFrom(all, undefined, 1)).toBe('BL-01');
    expect(stepFrom([], 'BL-01', 1)).toBeUndefined();
  });
});
