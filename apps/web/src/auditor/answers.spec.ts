import { describe, expect, it } from '@jest/globals';
import type { AuditAnswer } from '#client';
import { gapsOf, nextOpen, problemsOf, progressOf, stateOf, type Item } from './answers.js';

const item = (id: string, more: Partial<Item> = {}): Item => ({
  ...{ id, section: id.slice(0, 2), severity: 'major', weight: 1, question: id, guidance: '', evidence: [] },
  ...{ language: 'en', draft: false, informative: false, overlayOf: null },
  ...more,
});
const CONFORM: AuditAnswer = { value: 'conform' };
const CREDIT = { scheme: 'OEKO_TEX', reportId: 'r1', from: '2026-01-01', until: '2027-01-01' };
const ITEMS = [
  item('BL-01', { severity: 'critical' }),
  item('BL-02', { credited: CREDIT }),
  item('QM-01'),
  item('QM-02'),
  item('MT-01', { overlayOf: 'buyer-1' }),
];

describe('answers of an audit', () => {
  it('want a reason, a photo or a note where the rules do', () => {
    const [grave, , plain] = ITEMS as [Item, Item, Item];
    expect(problemsOf(grave, { value: 'partial', note: 'x'.repeat(40) })).toEqual(['partial-not-allowed']);
    expect(problemsOf(grave, { value: 'not-verified' })).toEqual(['not-verified-needs-reason']);
    expect(problemsOf(plain, { value: 'not-verified' })).toEqual([]);
    expect(problemsOf(plain, { value: 'not-applicable', reason: ' ' })).toEqual([
      'not-applicable-needs-reason',
    ]);
    expect(problemsOf(plain, { value: 'partial', note: ` ${'x'.repeat(38)} ` })).toEqual([
      'finding-needs-evidence-or-note',
    ]);
    expect(problemsOf(plain, { value: 'partial', evidence: ['some-id'] })).toEqual([]);
  });

  it('are not wanted where a report covers the item or a renewal carries it over, until one is given', () => {
    const carried = { 'QM-02': 'conform' };
    expect(gapsOf(ITEMS, {}, carried)).toEqual(['BL-01', 'QM-01']);
    expect(gapsOf(ITEMS, { 'BL-02': { value: 'not-applicable' } }, carried)).toEqual([
      'BL-01',
      'BL-02',
      'QM-01',
    ]);
    expect(gapsOf(ITEMS, { 'BL-01': CONFORM, 'QM-01': CONFORM }, carried)).toEqual([]);
  });

  it('are told apart by what an item still wants', () => {
    const of = (id: string, answer?: AuditAnswer) =>
      stateOf(ITEMS.find((one) => one.id === id) as Item, answer ? { [id]: answer } : {}, {
        'QM-02': 'conform',
      });
    expect([of('BL-01'), of('BL-02'), of('QM-02')]).toEqual(['open', 'credited', 'carried']);
    expect([of('BL-01', CONFORM), of('BL-01', { value: 'not-verified' })]).toEqual([
      'answered',
      'incomplete',
    ]);
  });

  it('are counted, and the next one that is missing is found, round to the first', () => {
    const answers = { 'BL-01': CONFORM };
    expect(progressOf(ITEMS, answers, {})).toEqual({ done: 2, all: 5 });
    expect(nextOpen(ITEMS, answers, {})?.id).toBe('QM-01');
    expect(nextOpen(ITEMS, answers, {}, 'QM-01')?.id).toBe('QM-02');
    expect(nextOpen(ITEMS, { 'QM-01': CONFORM, 'QM-02': CONFORM, 'MT-01': CONFORM }, {}, 'QM-02')?.id).toBe(
      'BL-01',
    );
    expect(nextOpen([item('QM-01')], {}, {}, 'QM-01')).toBeUndefined();
  });
});
