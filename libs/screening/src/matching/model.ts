import type { NameKind } from './comparable-name.js';
import type { Feature, FeatureValues } from './features.js';
import { featuresOf } from './features.js';

/**
 * What was learnt from labelled pairs about names of one kind. `intercept + sum(weight * value)` is the log of the odds
 * that two names are of one party; no weight is above 0. A name whose score reaches `threshold` is a hit by itself,
 * one that reaches `corroborated` only when country, birth year or a number agrees.
 */
export type KindModel = {
  intercept: number;
  weights: Readonly<Partial<Record<Feature, number>>>;
  threshold: number;
  corroborated: number;
};
export type Model = Readonly<Record<NameKind, KindModel>>;

/** One reason for a score: how much of a difference there is (0 to 1), and what it takes from the log odds. */
export type ScorePart = { feature: Feature; value: number; weight: number; contribution: number };

/** `score` is between 0 and 1; `parts` are the differences that count, the gravest first. */
export type Score = { score: number; logOdds: number; parts: ScorePart[] };

export const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Weighs in what two names of a kind differ. */
export function scoreOf(
  values: FeatureValues,
  { intercept, weights }: Pick<KindModel, 'intercept' | 'weights'>,
  kind: NameKind,
): Score {
  const parts = featuresOf(kind)
    .map((feature): ScorePart => {
      const [value, weight] = [values[feature], weights[feature] ?? 0];
      return { feature, value, weight, contribution: value * weight };
    })
    .filter(({ contribution }) => contribution < 0)
    .sort((a, b) => a.contribution - b.contribution);
  const logOdds = parts.reduce((sum, { contribution }) => sum + contribution, intercept);
  return { score: probabilityOf(logOdds), logOdds, parts };
}
