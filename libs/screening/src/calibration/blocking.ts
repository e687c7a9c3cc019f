import { Candidates } from '../matching/candidates.js';
import { comparable } from '../matching/comparable-name.js';
import { comparisonKeys } from '../normalise.js';
import type { Model } from '../matching/model.js';
import { judge } from './calibrate.js';
import type { LabelledPair } from './labelled-pairs.js';

/**
 * Of the pairs that are matches and that the model tells as such, how many the index compares at all (0 to 1): what it
 * does not compare is a hit lost.
 */
export type BlockingRecall = { told: number; compared: number; recall: number };

/**
 * Files the second name of every pair and looks the first one up: what is not found by its words is never scored,
 * however alike it is.
 */
export function blockingRecall(pairs: readonly LabelledPair[], model: Model): BlockingRecall {
  const matches = judge(pairs, model).filter(({ match, hit }) => match && hit);
  const compared = (['person', 'entity'] as const).flatMap((kind) => {
    const ofKind = matches.filter((pair) => pair.kind === kind);
    const candidates = new Candidates(kind);
    for (const { name2 } of ofKind) candidates.add(comparable(name2, kind));
    return ofKind.filter(({ name1, name2 }, place) => {
      const keys = new Set(comparisonKeys(name2, kind));
      const exact = comparisonKeys(name1, kind).some((key) => keys.has(key));
      return exact || candidates.of(comparable(name1, kind)).includes(place);
    });
  }).length;
  return { told: matches.length, compared, recall: compared / Math.max(matches.length, 1) };
}
