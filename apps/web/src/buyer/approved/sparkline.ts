const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 3;
/** A score goes from 0 to 100; a single month is a dot in the middle. */
export const pointsOf = (scores: readonly number[]): readonly (readonly [x: number, y: number])[] =>
  scores.map((score, nth) => {
    const x = scores.length === 1 ? WIDTH / 2 : EDGE + (nth * (WIDTH - 2 * EDGE)) / (scores.length - 1);
    const y = EDGE + ((100 - Math.min(100, Math.max(0, score))) * (HEIGHT - 2 * EDGE)) / 100;
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const;
  });
export const SPARK_BOX = `0 0 ${WIDTH} ${HEIGHT}`;

/** How a score went from the month before to the last one; nothing of a single month. */
export function trendOf(scores: readonly number[]): 'up' | 'down' | 'level' | undefined {
  const [before, last] = scores.slice(-2);
  if (before === undefined || last === undefined) return undefined;
  return last > before ? 'up' : last < before ? 'down' : 'level';
}

/** What was used of a monthly limit, as a share from 0 to 1. */
export const usedOf = (most: number, left: number): number =>
  most <= 0 ? 1 : Math.min(1, Math.max(0, 1 - left / most));
