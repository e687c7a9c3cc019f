/** Whether two names were taken for one party, and whether they are. */
export type Judged = { hit: boolean; match: boolean };

/** How well names are told: of the hits, how many were right (precision); of the matches, how many were found (recall). */
export type Figures = {
  pairs: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  precision: number;
  recall: number;
  f1: number;
};

export function figuresOf(judged: readonly Judged[]): Figures {
  const count = (hit: boolean, match: boolean): number =>
    judged.filter((one) => one.hit === hit && one.match === match).length;
  const [truePositives, falsePositives, falseNegatives] = [
    count(true, true),
    count(true, false),
    count(false, true),
  ];
  const share = (of: number, all: number): number => (all === 0 ? 0 : of / all);
  return {
    ...{ pairs: judged.length, truePositives, falsePositives, falseNegatives },
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives),
  };
}

/** A score with the answer it should have led to. */
export type Scored = { score: number; match: boolean };

/** An F1 this much below the best one is as good: the sets are too small to tell them apart. */
const AS_GOOD = 0.01;

/**
 * The highest threshold whose F1 is as good as the best among those that keep recall at `leastRecall` or more: pairs that
 * do not match are far more frequent in life than in a labelled set, so of equals the stricter one is better. It lies
 * half-way between the last score that is a hit and the next one, so that nothing known lies on it.
 */
export function bestThreshold(scored: readonly Scored[], leastRecall: number): number {
  const scores = [...new Set(scored.map(({ score }) => score))].sort((a, b) => b - a);
  const cuts = scores.map((score, n) => {
    const { f1, recall } = figuresOf(scored.map((one) => ({ hit: one.score >= score, match: one.match })));
    return { f1: recall >= leastRecall ? f1 : 0, threshold: (score + (scores[n + 1] ?? 0)) / 2 };
  });
  const best = Math.max(...cuts.map(({ f1 }) => f1));
  return cuts.find(({ f1 }) => f1 >= best - AS_GOOD)?.threshold ?? 0;
}
