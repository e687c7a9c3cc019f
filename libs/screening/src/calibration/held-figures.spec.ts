import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fixtureListsDir } from '../fixture-lists.js';
import type { Model } from '../matching/model.js';
import { MODEL } from '../matching/weights.js';
import { blockingRecall } from './blocking.js';
import { calibrate, crossValidate, judge } from './calibrate.js';
import { figuresOf } from './figures.js';
import type { LabelledPair } from './labelled-pairs.js';
import { readLabelledPairs } from './labelled-pairs.js';

describe('invented pairs of names, none of which the weights were learnt from', () => {
  let pairs: LabelledPair[];
  beforeAll(async () => {
    pairs = await readLabelledPairs(join(fixtureListsDir, 'name_pairs.csv'));
  });
  const figures = (kind?: LabelledPair['kind']) =>
    figuresOf(judge(pairs, MODEL).filter((pair) => !kind || pair.kind === kind));

  it('are told as well as they were: people', () => {
    expect(figures('person').precision).toBeGreaterThanOrEqual(0.98);
    expect(figures('person').recall).toBeGreaterThanOrEqual(0.94);
  });

  it('are told as well as they were: companies', () => {
    expect(figures('entity').precision).toBeGreaterThanOrEqual(0.97);
    expect(figures('entity').recall).toBeGreaterThanOrEqual(0.99);
  });

  it('are compared by the index wherever the weights tell them', () => {
    expect(blockingRecall(pairs, MODEL).recall).toBeGreaterThanOrEqual(0.98);
  });

  it('are enough, and of both answers', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(120);
    expect(pairs.filter(({ match }) => match).length).toBeGreaterThan(pairs.length / 3);
    expect(pairs.filter(({ match }) => !match).length).toBeGreaterThan(pairs.length / 3);
  });
});

/** The public set of labelled pairs is not kept here: whoever has it names the file, or has it beside the project. */
const project = dirname(dirname(dirname(fixtureListsDir)));
const path =
  process.env['SCREENING_PAIRS'] ?? resolve(project, '../shared/data/name_matching/labelled_pairs.csv');

(existsSync(path) ? describe : describe.skip)(
  'the labelled pairs (skipped where SCREENING_PAIRS names no file)',
  () => {
    let pairs: LabelledPair[];
    beforeAll(async () => {
      pairs = await readLabelledPairs(path);
    });

    it('are told by five-fold cross-validation as well as they were', () => {
      const held = crossValidate(pairs);
      const of = (kind?: LabelledPair['kind']) =>
        figuresOf(held.filter((pair) => !kind || pair.kind === kind));
      expect(of().f1).toBeGreaterThanOrEqual(0.93);
      expect(of().recall).toBeGreaterThanOrEqual(0.94);
      expect(of('person').f1).toBeGreaterThanOrEqual(0.93);
      expect(of('entity').f1).toBeGreaterThanOrEqual(0.92);
    });

    it('give the weights in the code when all of them are learnt from', () => {
      const rounded = (model: Model): unknown =>
        JSON.parse(JSON.stringify(model), (_key, value: unknown) =>
          typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
        );
      expect(rounded(calibrate(pairs))).toEqual(MODEL);
    });

    it('are compared by the index wherever the weights tell them', () => {
      expect(blockingRecall(pairs, MODEL).recall).toBeGreaterThanOrEqual(0.99);
    });
  },
);
