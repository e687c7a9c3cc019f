import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calibrate, crossValidate } from './calibrate.js';
import { bestThreshold, figuresOf } from './figures.js';
import type { LabelledPair } from './labelled-pairs.js';
import { FOLDS, foldOf, readLabelledPairs } from './labelled-pairs.js';
import { fitLogistic, fitPenalties, probability } from './logistic.js';

const pair = (n: number, match: boolean): LabelledPair => {
  const name1 = `Invented Loom${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10)]}`;
  const name2 = match ? name1 : 'Other Shuttle';
  return { schema: 'Person', kind: 'person', name1, name2, match, category: '' };
};
const pairs = Array.from({ length: 60 }, (_, n) => pair(n, n % 2 === 0));

describe('weights', () => {
  const examples = Array.from({ length: 40 }, (_, n) => ({
    values: [n % 2, (n % 4) / 4],
    match: n % 2 === 0,
  }));

  it('are learnt so that what differs speaks against a match', () => {
    const fitted = fitLogistic(examples, 1);
    expect(fitted.weights[0]).toBeLessThan(-1);
    expect(probability(fitted, [0, 0])).toBeGreaterThan(0.8);
    expect(probability(fitted, [1, 0])).toBeLessThan(0.25);
  });

  it('are the same every time and for any order of the examples', () => {
    const [one, other] = [fitLogistic(examples, 1), fitLogistic(examples.toReversed(), 1)];
    expect(one.weights[0]).toBeCloseTo(other.weights[0] ?? 0, 6);
  });

  it('are nothing rather than above 0', () => {
    const wrong = examples.map(({ values: [a = 0], match }) => ({ values: [a, match ? 1 : 0], match }));
    expect(fitLogistic(wrong, 1).weights[1]).toBeGreaterThan(0);
    const { weights } = fitPenalties(wrong, 1);
    expect(weights[1]).toBe(0);
    expect(weights[0]).toBeLessThan(0);
  });
});

describe('figures', () => {
  const judged = (hit: boolean, match: boolean, times: number) =>
    Array.from({ length: times }, () => ({ hit, match }));

  it('count what was found, what was too many and what was missed', () => {
    const figures = figuresOf([
      ...judged(true, true, 6),
      ...judged(true, false, 2),
      ...judged(false, true, 3),
    ]);
    expect(figures).toMatchObject({
      truePositives: 6,
      falsePositives: 2,
      falseNegatives: 3,
      precision: 0.75,
    });
    expect(figures.recall).toBeCloseTo(2 / 3);
    expect(figures.f1).toBeCloseTo(12 / 17);
    expect(figuresOf([])).toMatchObject({ precision: 0, recall: 0, f1: 0 });
  });

  it('choose the threshold with the best F1 that does not miss too many', () => {
    const scored = [0.9, 0.8, 0.4]
      .map((score) => ({ score, match: true }))
      .concat({ score: 0.6, match: false });
    expect(bestThreshold(scored, 0)).toBeCloseTo(0.2);
    const noisy = scored.concat([0.59, 0.58, 0.57].map((score) => ({ score, match: false })));
    expect(bestThreshold(noisy, 0)).toBeCloseTo(0.7);
    expect(bestThreshold(noisy, 0.9)).toBeCloseTo(0.2);
  });
});

describe('cross-validation', () => {
  it('puts a pair into one fold, whichever way round it is written', () => {
    const { schema, name1, name2 } = pair(1, false);
    const fold = foldOf({ schema, name1, name2 });
    expect(foldOf({ schema, name1: name2, name2: name1 })).toBe(fold);
    const used = new Set(pairs.map(foldOf));
    expect([...used].sort()).toEqual(Array.from({ length: FOLDS }, (_, n) => n));
  });

  it('judges every pair once, and is not told its answer: turning the answers of one fold leaves its scores', () => {
    const scores = (all: LabelledPair[]) =>
      new Map(
        crossValidate(all).map(({ name1, name2, score, hit }) => [`${name1}|${name2}`, { score, hit }]),
      );
    const before = scores(pairs);
    expect(before.size).toBe(pairs.length);
    const turned = pairs.map((one) => (foldOf(one) === 3 ? { ...one, match: !one.match } : one));
    const after = scores(turned);
    for (const one of pairs.filter((held) => foldOf(held) === 3)) {
      const key = `${one.name1}|${one.name2}`;
      expect(after.get(key)).toEqual(before.get(key));
    }
    expect(calibrate(turned)).not.toEqual(calibrate(pairs));
  });
});

describe('labelled pairs', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pairs-'));
  });
  afterAll(() => rm(dir, { recursive: true }));
  const read = async (text: string) => {
    const path = join(dir, 'pairs.csv');
    await writeFile(path, text);
    return readLabelledPairs(path);
  };

  it('are read from CSV, every schema but Person as a firm', async () => {
    const found = await read(
      'schema,name1,name2,is_match,category\nPerson,A,B,true,\nLegalEntity,"C, D",E,false,x\n',
    );
    expect(found).toEqual([
      { schema: 'Person', kind: 'person', name1: 'A', name2: 'B', match: true, category: '' },
      { schema: 'LegalEntity', kind: 'entity', name1: 'C, D', name2: 'E', match: false, category: 'x' },
    ]);
  });

  it.each([
    ['without a column', 'schema,name1,name2,category\nPerson,A,B,\n', /no column is_match/],
    [
      'with another answer',
      'schema,name1,name2,is_match,category\nPerson,A,B,yes,\n',
      /neither true nor false/,
    ],
    ['without rows', 'schema,name1,name2,is_match,category\n', /no rows/],
  ])('are refused %s', async (_what, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it('are refused when they are not there', async () => {
    await expect(readLabelledPairs(join(dir, 'none.csv'))).rejects.toMatchObject({ name: 'ScreeningError' });
  });
});
