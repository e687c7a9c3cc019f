import type { Correction } from './case-state.js';
import type { Answer, Answers } from './checklist.js';

/** An accepted correction was judged by two people with its evidence before them: it needs no more to be submitted. */
const asAnswer = ({ value }: Correction): Answer => ({
  value,
  reasonGiven: true,
  evidenceCount: 1,
  noteLength: 0,
});

/**
 * The answers as they count: of each item the last accepted correction, unless the auditor has answered it anew since
 * (the reviewer had sent the audit back). The answers themselves are never changed.
 */
export function correctedAnswers(answers: Answers, corrections: readonly Correction[] = []): Answers {
  const inForce = corrections.filter(
    ({ phase, itemId, answered }) => phase === 'accepted' && answers[itemId]?.value === answered,
  );
  return { ...answers, ...Object.fromEntries(inForce.map((one) => [one.itemId, asAnswer(one)])) };
}

/** Items of which a correction waits for the second person. */
export const openCorrections = (corrections: readonly Correction[] = []): readonly string[] =>
  corrections.filter(({ phase }) => phase === 'proposed').map(({ itemId }) => itemId);
