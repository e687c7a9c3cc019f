import { describe, expect, it } from '@jest/globals';
import { applicableItems, findings, wordsOf } from './checklist.js';
import { holds, siteFactsOf, type Condition, type ConditionScope, type SiteFacts } from './conditions.js';
import { CHECKLIST_ITEMS, CHECKLIST_SECTIONS, SCORING_RULES } from './reference/checklist-seed.js';
import type { InputCategory } from './reference/input-categories.js';
import { score } from './scoring.js';

const scope = (siteFacts?: SiteFacts, category: InputCategory = 'PACKAGING'): ConditionScope => ({
  ...{ category, endMarkets: ['EU', 'US'] },
  ...(siteFacts && { siteFacts }),
});
const asked = (siteFacts?: SiteFacts, category: InputCategory = 'PACKAGING') =>
  applicableItems(CHECKLIST_ITEMS, { ...scope(siteFacts, category), profile: 'full' });
const item = (id: string, siteFacts?: SiteFacts, category?: InputCategory) =>
  asked(siteFacts, category).find((one) => one.id === id);

describe('a condition', () => {
  it.each<[Condition, SiteFacts, boolean]>([
    [{ workersAtLeast: 8 }, { workers: 8 }, true],
    [{ workersAtLeast: 8 }, { workers: 7 }, false],
    [{ womenAtLeast: 100 }, { womenWorkers: 99 }, false],
    [{ isicWithin: ['13'] }, { isic: ['1702', '1392'] }, true],
    [{ isicWithin: ['13'] }, { isic: ['1702'] }, false],
    [{ isicOutside: ['13'] }, { isic: ['1702'] }, true],
    [{ isicOutside: ['13'] }, { isic: ['1702', '1392'] }, false],
    [{ claims: ['organic'] }, { claims: ['recycled', 'organic'] }, true],
    [{ claims: ['organic'] }, { claims: [] }, false],
    [{ endMarkets: ['US', 'GB'] }, {}, true],
    [{ endMarkets: ['GB'] }, {}, false],
    [{ endMarketsWithout: 'GB' }, {}, true],
    [{ endMarketsWithout: 'US' }, {}, false],
    [{ workersAtLeast: 8, claims: ['organic'] }, { workers: 9, claims: [] }, false],
  ])('%j of a site with %j is %j', (condition, facts, wanted) => {
    expect([true, false].map((unknown) => holds(condition, scope(facts), unknown))).toEqual([wanted, wanted]);
  });

  it('on what the application does not say is what the asker takes it for', () => {
    for (const condition of [{ workersAtLeast: 8 }, { claims: ['organic'] as const }])
      expect([true, false].map((unknown) => holds(condition, scope(), unknown))).toEqual([true, false]);
  });

  it('takes a site that names no class for what its category usually is', () => {
    const textile = { isicWithin: ['13'] };
    expect(holds(textile, scope(undefined, 'YARN_FABRIC'), false)).toBe(true);
    expect(holds(textile, scope(undefined, 'PACKAGING'), true)).toBe(false);
  });
});

describe('the checklist of a site', () => {
  it('asks for shop stewards and work rules from 8 workers on', () => {
    const ids = (workers: number) => asked({ workers }).map(({ id }) => id);
    for (const id of ['SL-14', 'SL-17']) {
      expect(ids(8)).toContain(id);
      expect(ids(7)).not.toContain(id);
    }
  });

  it('asks for certificates of content only where it is claimed, and where nobody said whether', () => {
    expect([item('EN-13', { claims: [] }), item('TR-06', { claims: [] })]).toEqual([undefined, undefined]);
    expect(item('TR-06', { claims: ['certified-forest'] })).toBeDefined();
    expect(item('EN-13', { claims: ['certified-forest'] })).toBeUndefined();
    expect(item('EN-13', { claims: ['recycled'] })).toBeDefined();
    expect(item('EN-13')).toBeDefined();
  });

  it('wants an infirmary from 50 workers and a crèche from 100 women', () => {
    expect(item('HS-11', { workers: 49 })?.evidence).toHaveLength(2);
    expect(item('HS-11', { workers: 50 })?.evidence[2]).toMatch(/Infirmary/);
    expect(item('SL-11', { womenWorkers: 100 })?.evidence[1]).toMatch(/crèche/);
    expect(item('SL-11', { womenWorkers: 99 })?.evidence).toHaveLength(1);
  });

  it('holds only the sectors of the minimum wage to it: to all others it is information', () => {
    expect(item('SL-05', { isic: ['1702'] })).toMatchObject({ informative: true, weight: 0 });
    expect(item('SL-05', { isic: ['1410'] })).toMatchObject({ severity: 'critical', weight: 6 });
    expect(item('SL-05', { isic: ['1410'] })?.informative).toBeUndefined();
    // A carton maker that says nothing of its class is still one (domain 0.7).
    expect(item('SL-05')?.informative).toBe(true);
    expect(item('SL-05', undefined, 'TRIMS')?.informative).toBeUndefined();
  });

  it('neither scores nor finds what is information', () => {
    const items = asked({ isic: ['1702'] });
    const conform = { value: 'conform', reasonGiven: false, evidenceCount: 1, noteLength: 0 } as const;
    const answers = {
      ...Object.fromEntries(items.map(({ id }) => [id, conform])),
      'SL-05': { ...conform, value: 'nonconform' as const },
    };
    expect(findings(items, answers)).toEqual([]);
    const result = score(items, answers, CHECKLIST_SECTIONS, SCORING_RULES);
    expect(result).toMatchObject({ grade: 'A', total: 100, openCriticals: 0, lost: [] });
    const textile = score(asked({ isic: ['1312'] }), answers, CHECKLIST_SECTIONS, SCORING_RULES);
    expect(textile).toMatchObject({ grade: 'D', openCriticals: 1 });
  });

  it('reads the rules of versions that were published before there were conditions', () => {
    const [base] = CHECKLIST_ITEMS;
    if (!base) throw new Error('the checklist is empty');
    const old = { ...base, appliesWhen: 'workers-8-or-more' as const };
    const one = applicableItems([old], { ...scope({ workers: 2 }), profile: 'full' });
    expect(one).toMatchObject([{ id: base.id, appliesWhen: 'workers-8-or-more' }]);
  });
});

describe('what conditions are asked of', () => {
  it('is taken from the application: numbers and codes, and nothing that it does not say', () => {
    const profile = { legalName: 'Lotus', workers: 40, womenWorkers: 0, isic: ['1392'], claims: [] };
    expect(siteFactsOf({ profile })).toEqual({ workers: 40, womenWorkers: 0, isic: ['1392'], claims: [] });
    expect(siteFactsOf({})).toEqual({});
  });
});

describe('the words of an item', () => {
  const [first] = CHECKLIST_ITEMS;
  if (!first) throw new Error('the checklist is empty');
  const km = { question: 'ក', guidance: 'ខ', evidence: ['គ', 'ឃ'], status: 'draft' as const };

  it('are those of the language, marked as long as nobody has reviewed them', () => {
    const item = { ...first, texts: { km } };
    expect(wordsOf(item, 'km')).toMatchObject({ question: 'ក', language: 'km', draft: true });
    const reviewed = { ...item, texts: { km: { ...km, status: 'reviewed' as const } } };
    expect(wordsOf(reviewed, 'km').draft).toBe(false);
  });

  it('are English where there are no others, and so is evidence that only some sites must have', () => {
    expect(wordsOf({ ...first, texts: {} }, 'zh')).toMatchObject({
      question: first.question,
      language: 'en',
      draft: false,
    });
    const more = { ...first, texts: { km }, evidence: [...first.evidence, 'Infirmary'] };
    expect(wordsOf(more, 'km').evidence).toEqual(['គ', 'ឃ', 'Infirmary']);
  });
});
