import { describe, expect, it } from '@jest/globals';
import {
  answerProblems,
  applicableItems,
  findings,
  submissionGaps,
  type Answer,
  type AnswerValue,
} from './checklist.js';
import { CHECKLIST_ITEMS, CHECKLIST_SECTIONS, CHECKLIST_SEED } from './reference/checklist-seed.js';
import { INPUT_CATEGORIES, type InputCategory } from './reference/input-categories.js';

const CATEGORIES = INPUT_CATEGORIES.map((c) => c.code);
const answer = (value: AnswerValue, change: Partial<Answer> = {}): Answer => ({
  value,
  reasonGiven: false,
  evidenceCount: 0,
  noteLength: 0,
  ...change,
});
const list = (category: InputCategory, profile: 'core' | 'full', endMarkets: readonly string[] = ['EU']) =>
  applicableItems(CHECKLIST_ITEMS, { category, profile, endMarkets });

describe('the first checklist', () => {
  it('has 88 items with ids of their own, in seven sections that weigh 100', () => {
    expect(new Set(CHECKLIST_ITEMS.map((i) => i.id)).size).toBe(88);
    expect(CHECKLIST_ITEMS).toHaveLength(88);
    expect(CHECKLIST_SECTIONS.reduce((sum, s) => sum + s.weight, 0)).toBe(100);
    expect(new Set(CHECKLIST_ITEMS.map((i) => i.section))).toEqual(
      new Set(CHECKLIST_SECTIONS.map((s) => s.code)),
    );
  });

  it('has 11 zero-tolerance, 26 critical, 35 major and 16 minor items', () => {
    const count = (severity: string) => CHECKLIST_ITEMS.filter((i) => i.severity === severity).length;
    expect(['zero-tolerance', 'critical', 'major', 'minor'].map(count)).toEqual([11, 26, 35, 16]);
  });

  it('is put into Khmer and Chinese whole, as drafts', () => {
    const script = { km: /[\u1780-\u17ff]/, zh: /[\u4e00-\u9fff]/ } as const;
    for (const { id, evidence, texts } of CHECKLIST_ITEMS)
      for (const language of ['km', 'zh'] as const) {
        const text = texts?.[language];
        const all = [text?.question, text?.guidance, ...(text?.evidence ?? [])];
        expect([id, language, text?.status, text?.evidence.length]).toEqual([
          ...[id, language, 'draft', evidence.length],
        ]);
        expect([id, text?.question]).toEqual([id, expect.stringMatching(script[language])]);
        expect(all.every((words) => words === words?.trim().normalize('NFC'))).toBe(true);
      }
  });

  it('can be stored as JSON without loss', () => {
    expect(JSON.parse(JSON.stringify(CHECKLIST_SEED))).toEqual(CHECKLIST_SEED);
  });

  it('puts into the core profile what is grave or weighs at least 4', () => {
    for (const item of CHECKLIST_ITEMS) {
      const grave = item.severity === 'zero-tolerance' || item.severity === 'critical';
      expect([item.id, item.coreProfile]).toEqual([item.id, grave || item.weight >= 4]);
    }
  });
});

describe('the items a case is asked', () => {
  it.each(CATEGORIES)('are 75 to 79 in full and 35 to 40 in the core profile for %s', (category) => {
    const [full, core] = [list(category, 'full').length, list(category, 'core').length];
    expect(full).toBeGreaterThanOrEqual(75);
    expect(full).toBeLessThanOrEqual(79);
    expect(core).toBeGreaterThanOrEqual(35);
    expect(core).toBeLessThanOrEqual(40);
  });

  it('leave out what only other categories are asked', () => {
    const ids = list('PACKAGING', 'full').map((i) => i.id);
    expect(ids).toContain('QM-14');
    expect(ids).not.toContain('EN-07');
  });

  it('treat Xinjiang input as zero-tolerance only in goods bound for the US', () => {
    const severity = (markets: readonly string[]) =>
      list('TRIMS', 'core', markets).find((i) => i.id === 'TR-03')?.severity;
    expect(severity(['EU', 'US'])).toBe('zero-tolerance');
    expect(severity(['EU'])).toBe('critical');
    expect(severity([])).toBe('critical');
  });

  it('keep the severity of every other item, whatever the market', () => {
    const differing = list('TRIMS', 'full', ['US']).filter(
      (item, i) => item.severity !== list('TRIMS', 'full', ['EU'])[i]?.severity,
    );
    expect(differing.map((i) => i.id)).toEqual(['TR-03']);
  });
});

describe('one answer', () => {
  const [major, critical, zero] = (['major', 'critical', 'zero-tolerance'] as const).map((severity) => ({
    severity,
  }));

  it('may be conform without another word', () => {
    expect(answerProblems(zero!, answer('conform'))).toEqual([]);
  });

  it('may be partial on a major item with evidence', () => {
    expect(answerProblems(major!, answer('partial', { evidenceCount: 1 }))).toEqual([]);
  });

  it.each([critical!, zero!])('may not be partial on a grave item ($severity)', (item) => {
    expect(answerProblems(item, answer('partial', { evidenceCount: 1 }))).toEqual(['partial-not-allowed']);
  });

  it('may be not applicable only for a reason', () => {
    expect(answerProblems(major!, answer('not-applicable'))).toEqual(['not-applicable-needs-reason']);
    expect(answerProblems(major!, answer('not-applicable', { reasonGiven: true }))).toEqual([]);
  });

  it('may leave a grave item unverified only for a reason, another item without', () => {
    expect(answerProblems(critical!, answer('not-verified'))).toEqual(['not-verified-needs-reason']);
    expect(answerProblems(zero!, answer('not-verified'))).toEqual(['not-verified-needs-reason']);
    expect(answerProblems(critical!, answer('not-verified', { reasonGiven: true }))).toEqual([]);
    expect(answerProblems(major!, answer('not-verified'))).toEqual([]);
  });

  it.each(['partial', 'nonconform'] as const)(
    'needs evidence or a note of 40 characters to be %s',
    (value) => {
      expect(answerProblems(major!, answer(value, { noteLength: 39 }))).toEqual([
        'finding-needs-evidence-or-note',
      ]);
      expect(answerProblems(major!, answer(value, { noteLength: 40 }))).toEqual([]);
      expect(answerProblems(major!, answer(value, { evidenceCount: 1 }))).toEqual([]);
    },
  );

  it('shows every problem it has', () => {
    const problems = ['partial-not-allowed', 'finding-needs-evidence-or-note'];
    expect(answerProblems(critical!, answer('partial'))).toEqual(problems);
  });
});

describe('the submission of an audit', () => {
  const items = list('PACKAGING', 'core');
  const conform = Object.fromEntries(items.map((i) => [i.id, answer('conform')]));

  it('has no gaps when every item is answered by the rules', () => {
    expect(submissionGaps(items, conform)).toEqual([]);
  });

  it('names the items without an answer and those in breach, in checklist order', () => {
    const rest = Object.fromEntries(Object.entries(conform).filter(([id]) => id !== 'BL-01'));
    expect(submissionGaps(items, { ...rest, 'TR-01': answer('nonconform') })).toEqual(['BL-01', 'TR-01']);
  });

  it('takes no notice of answers to items that are not asked', () => {
    expect(submissionGaps(items, { ...conform, 'EN-07': answer('nonconform') })).toEqual([]);
  });

  it('yields the judged answers with the severity of their item', () => {
    const answers = {
      ...conform,
      'QM-01': answer('partial'),
      'SL-01': answer('not-verified'),
      'TR-01': answer('nonconform'),
      'CD-02': answer('not-applicable'),
    };
    expect(findings(items, answers)).toEqual([
      { itemId: 'QM-01', severity: 'major', value: 'partial' },
      { itemId: 'SL-01', severity: 'zero-tolerance', value: 'not-verified' },
      { itemId: 'TR-01', severity: 'critical', value: 'nonconform' },
    ]);
    expect(findings(items, conform)).toEqual([]);
  });
});
