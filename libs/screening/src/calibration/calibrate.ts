import type { NameKind } from '../matching/comparable-name.js';
import { comparable } from '../matching/comparable-name.js';
import type { FeatureValues } from '../matching/features.js';
import { compareNames, featuresOf } from '../matching/features.js';
import type { KindModel, Model } from '../matching/model.js';
import { scoreOf } from '../matching/model.js';
import type { Scored } from './figures.js';
import { bestThreshold } from './figures.js';
import type { LabelledPair } from './labelled-pairs.js';
import { FOLDS, foldOf } from './labelled-pairs.js';
import { fitPenalties } from './logistic.js';

/** A pair as it was judged by a model that had not seen it. */
export type HeldOut = LabelledPair & { score: number; hit: boolean };

type Measured = { pair: LabelledPair; kind: NameKind; match: boolean; fold: number; values: FeatureValues };

/** Penalty on the weights, in examples: chosen once, not fitted. */
const RIDGE = 1;
/** Missing a listed party is worse than looking at one too many (domain section 4.3.8): no threshold may miss more. */
const LEAST_RECALL = 0.88;
/** How far below the threshold a score still counts when something else agrees (domain section 4.3.6). */
const CORROBORATED = 0.1;

function measure(pairs: readonly LabelledPair[]): Measured[] {
  return pairs.map((pair) => {
    const [one, other] = [comparable(pair.name1, pair.kind), comparable(pair.name2, pair.kind)];
    const { kind, match } = pair;
    return { pair, kind, match, fold: foldOf(pair), values: compareNames(one, other).values };
  });
}

function weigh(pairs: readonly Measured[], kind: NameKind): Pick<KindModel, 'intercept' | 'weights'> {
  const features = featuresOf(kind);
  const examples = pairs.map(({ values, match }) => ({
    match,
    values: features.map((name) => values[name]),
  }));
  const { intercept, weights } = fitPenalties(examples, RIDGE);
  const named = features
    .map((name, n) => [name, weights[n] ?? 0] as const)
    .filter(([, weight]) => weight < 0);
  return { intercept, weights: Object.fromEntries(named) };
}

const scored = (
  pairs: readonly Measured[],
  model: Pick<KindModel, 'intercept' | 'weights'>,
): (Measured & Scored)[] =>
  pairs.map((pair) => ({ ...pair, score: scoreOf(pair.values, model, pair.kind).score }));

/** Fits weights on all of `pairs`, and the threshold on scores that each fold got from the others. */
function learn(pairs: readonly Measured[], kind: NameKind): KindModel {
  const folds = [...new Set(pairs.map(({ fold }) => fold))];
  const unseen = folds.flatMap((fold) => {
    const rest = pairs.filter((pair) => pair.fold !== fold);
    return scored(
      pairs.filter((pair) => pair.fold === fold),
      weigh(rest, kind),
    );
  });
  const threshold = bestThreshold(unseen, LEAST_RECALL);
  return { ...weigh(pairs, kind), threshold, corroborated: threshold - CORROBORATED };
}

/** The model that is shipped: learnt on all pairs. */
export function calibrate(pairs: readonly LabelledPair[]): Model {
  const measured = measure(pairs);
  const of = (kind: NameKind): KindModel =>
    learn(
      measured.filter((pair) => pair.kind === kind),
      kind,
    );
  return { person: of('person'), entity: of('entity') };
}

/**
 * Five-fold cross-validation: every pair is judged by weights and a threshold that were both chosen on the four folds it
 * is not in (the threshold on scores from within those four, each fold scored by the other three).
 */
export function crossValidate(pairs: readonly LabelledPair[]): HeldOut[] {
  const measured = measure(pairs);
  return (['person', 'entity'] as const).flatMap((kind) => {
    const ofKind = measured.filter((pair) => pair.kind === kind);
    return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
      const model = learn(
        ofKind.filter((pair) => pair.fold !== fold),
        kind,
      );
      const held = scored(
        ofKind.filter((pair) => pair.fold === fold),
        model,
      );
      return held.map(({ pair, score }) => ({ ...pair, score, hit: score >= model.threshold }));
    });
  });
}

/** Pairs as a given model judges them. */
export function judge(pairs: readonly LabelledPair[], model: Model): HeldOut[] {
  return measure(pairs).map(({ pair, kind, values }) => {
    const { score } = scoreOf(values, model[kind], kind);
    return { ...pair, score, hit: score >= model[kind].threshold };
  });
}
