import type { Aql, Inspection, InspectionLevel } from './aql-tables.js';

/** Lot, level, inspection, AQL -> code letter, plan letter, n, Ac, Re, units to inspect. */
export type PlanVector = readonly [
  lot: number,
  level: InspectionLevel,
  inspection: Inspection,
  aql: Aql,
  letter: string,
  planLetter: string,
  n: number,
  ac: number,
  re: number,
  inspect: number,
];

/** Expected plans, checked against two independent transcriptions of MIL-STD-105E. */
export const PLAN_VECTORS: readonly PlanVector[] = [
  [1200, 'II', 'normal', '2.5', 'J', 'J', 80, 5, 6, 80],
  [1200, 'II', 'normal', '4.0', 'J', 'J', 80, 7, 8, 80],
  [3200, 'II', 'normal', '2.5', 'K', 'K', 125, 7, 8, 125],
  [3200, 'II', 'normal', '4.0', 'K', 'K', 125, 10, 11, 125],
  [500, 'II', 'normal', '1.5', 'H', 'H', 50, 2, 3, 50],
  [500, 'II', 'normal', '2.5', 'H', 'H', 50, 3, 4, 50],
  [500, 'II', 'normal', '4.0', 'H', 'H', 50, 5, 6, 50],
  [90, 'II', 'normal', '2.5', 'E', 'F', 20, 1, 2, 20],
  [90, 'II', 'normal', '4.0', 'E', 'E', 13, 1, 2, 13],
  [40, 'II', 'normal', '1.5', 'D', 'D', 8, 0, 1, 8],
  [40, 'II', 'normal', '1.0', 'D', 'E', 13, 0, 1, 13],
  [40, 'II', 'normal', '0.10', 'D', 'K', 125, 0, 1, 40],
  [10001, 'II', 'normal', '6.5', 'M', 'L', 200, 21, 22, 200],
  [600000, 'III', 'normal', '0.65', 'R', 'R', 2000, 21, 22, 2000],
  [2000, 'S-2', 'normal', '2.5', 'D', 'C', 5, 0, 1, 5],
  [2000, 'S-4', 'normal', '4.0', 'G', 'G', 32, 3, 4, 32],
  [1200, 'II', 'tightened', '2.5', 'J', 'J', 80, 3, 4, 80],
  [500, 'II', 'tightened', '0.65', 'H', 'K', 125, 1, 2, 125],
  [20, 'II', 'tightened', '6.5', 'C', 'E', 13, 1, 2, 13],
  [8, 'II', 'tightened', '10', 'A', 'D', 8, 1, 2, 8],
  [200000, 'III', 'tightened', '0.025', 'Q', 'S', 3150, 1, 2, 3150],
  [1200, 'II', 'reduced', '2.5', 'J', 'J', 32, 2, 5, 32],
  [500, 'II', 'reduced', '0.65', 'H', 'J', 32, 0, 2, 32],
  [3200, 'II', 'reduced', '4.0', 'K', 'K', 50, 5, 8, 50],
  [20, 'III', 'reduced', '65', 'D', 'D', 3, 5, 8, 3],
  [35000, 'I', 'normal', '1.0', 'K', 'K', 125, 3, 4, 125],
  [280, 'II', 'normal', '0.65', 'G', 'F', 20, 0, 1, 20],
  [150, 'II', 'normal', '0.65', 'F', 'F', 20, 0, 1, 20],
];
