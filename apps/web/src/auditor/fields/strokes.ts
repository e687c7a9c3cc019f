/** The field that is signed on, as the contract has it. */
export const WIDTH = 600;
export const HEIGHT = 200;
export const MOST_LINES = 60;
const MOST_POINTS = 400;
export type Point = readonly [x: number, y: number];

/** Points that say where the line goes, and not each that the finger passed; at most as many as the contract takes. */
function thinned(points: readonly Point[]): readonly Point[] {
  const kept = points.filter(([x, y], nth) => {
    const before = points[nth - 1];
    return !before || before[0] !== x || before[1] !== y;
  });
  const every = Math.ceil(kept.length / MOST_POINTS);
  return kept.filter((_point, nth) => nth % every === 0 || nth === kept.length - 1).slice(0, MOST_POINTS);
}

/** One line of a path: `M12 40L15 44`. A dot is a line to the point beside it. */
export function drawn(points: readonly Point[]): string {
  const [first, ...rest] = thinned(points);
  if (!first) return '';
  const [x, y] = first;
  const onward = rest.length > 0 ? rest : [[Math.min(WIDTH, x + 1), y] as const];
  return `M${x} ${y}${onward.map(([toX, toY]) => `L${toX} ${toY}`).join('')}`;
}
