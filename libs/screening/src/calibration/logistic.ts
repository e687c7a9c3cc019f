/** A row of feature values with the answer that people gave. */
export type Example = { values: readonly number[]; match: boolean };

/** `intercept + sum(weight * value)` is the log of the odds that two names are one. */
export type Weights = { intercept: number; weights: readonly number[] };

const STEPS = 40;

export const probability = ({ intercept, weights }: Weights, values: readonly number[]): number =>
  1 / (1 + Math.exp(-values.reduce((sum, value, n) => sum + value * (weights[n] ?? 0), intercept)));

/**
 * Fits a logistic regression with a ridge penalty (not on the intercept) by Newton's method. The same examples give the
 * same weights; no example is left to chance.
 * @param ridge strength of the penalty, in examples
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Weights {
  const size = (examples[0]?.values.length ?? 0) + 1;
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = beta.map((b, n) => (n === 0 ? 0 : -ridge * b));
    const hessian = beta.map((_, n) => beta.map((__, m) => (n === m && n > 0 ? ridge : n === m ? 1e-9 : 0)));
    for (const { values, match } of examples) {
      const row = [1, ...values];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, n) => sum + value * (beta[n] ?? 0), 0)));
      for (let n = 0; n < size; n += 1) {
        const value = row[n] ?? 0;
        gradient[n] = (gradient[n] ?? 0) + ((match ? 1 : 0) - p) * value;
        const line = hessian[n];
        if (line)
          for (let m = 0; m < size; m += 1) line[m] = (line[m] ?? 0) + p * (1 - p) * value * (row[m] ?? 0);
      }
    }
    const move = solve(hessian, gradient);
    beta = beta.map((b, n) => b + (move[n] ?? 0));
    if (move.every((change) => Math.abs(change) < 1e-8)) break;
  }
  const [intercept = 0, ...weights] = beta;
  return { intercept, weights };
}

/** Solves `matrix * x = vector` by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, n) => [...row, vector[n] ?? 0]);
  const size = rows.length;
  for (let n = 0; n < size; n += 1) {
    let pivot = n;
    for (let m = n + 1; m < size; m += 1)
      if (Math.abs(rows[m]?.[n] ?? 0) > Math.abs(rows[pivot]?.[n] ?? 0)) pivot = m;
    [rows[n], rows[pivot]] = [rows[pivot] ?? [], rows[n] ?? []];
    const head = rows[n] ?? [];
    for (let m = 0; m < size; m += 1) {
      const row = rows[m] ?? [];
      const factor = m === n ? 0 : (row[n] ?? 0) / (head[n] || 1e-12);
      if (factor) for (let k = n; k <= size; k += 1) row[k] = (row[k] ?? 0) - factor * (head[k] ?? 0);
    }
  }
  return rows.map((row, n) => (row[size] ?? 0) / (row[n] || 1e-12));
}

/**
 * Fits weights none of which is above 0: what differs between two names never speaks for a match. A feature whose
 * weight comes out positive is left out (weight 0) and the rest fitted anew.
 */
export function fitPenalties(examples: readonly Example[], ridge: number): Weights {
  const kept = new Set(examples[0]?.values.keys() ?? []);
  for (;;) {
    const places = [...kept];
    const fewer = examples.map(({ values, match }) => ({ values: places.map((n) => values[n] ?? 0), match }));
    const { intercept, weights } = fitLogistic(fewer, ridge);
    const wrong = places.filter((_, n) => (weights[n] ?? 0) > 0);
    if (wrong.length === 0) {
      const all = (examples[0]?.values ?? []).map((_, n) =>
        kept.has(n) ? (weights[places.indexOf(n)] ?? 0) : 0,
      );
      return { intercept, weights: all };
    }
    for (const n of wrong) kept.delete(n);
  }
}
