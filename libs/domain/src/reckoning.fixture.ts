import type { Sum } from './small-cells.js';

/** Hidden numbers for which the sums leave one value only, whatever it is: by elimination, with all that is told known. */
export function reckoned(hidden: ReadonlySet<string>, sums: readonly Sum[]): readonly string[] {
  const unknown = [...hidden];
  const rows: number[][] = sums.map(({ total, parts }) =>
    unknown.map((name) => (name === total ? -1 : parts.includes(name) ? 1 : 0)),
  );
  const pivots: number[] = [];
  for (const column of unknown.keys()) {
    const at = rows.findIndex((row, i) => i >= pivots.length && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    const pivot = rows[at] ?? [];
    rows[at] = rows[pivots.length] ?? [];
    rows[pivots.length] = pivot;
    for (const [i, row] of rows.entries()) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      rows[i] = row.map((value, j) => value - factor * (pivot[j] ?? 0));
    }
    pivots.push(column);
  }
  return pivots
    .filter((column, i) => rows[i]?.every((value, j) => j === column || Math.abs(value) < 1e-9))
    .map((column) => unknown[column] ?? '');
}
