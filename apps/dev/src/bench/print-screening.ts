import { figuresOf, MODEL_VERSION, type Figures, type HeldOut, type KindModel } from '#screening';
import { dim, heading, print, table } from '../demo/terminal.js';
import type { Calibrated, Lookups } from './screening.js';

const share = (n: number): string => n.toFixed(3);
const percent = (n: number): string => `${(100 * n).toFixed(1)} %`;

export function printLookups(lookups: Lookups): void {
  heading(`${lookups.names} names against the lists`);
  const versions = lookups.versions.map(({ list, version, entries, sha256 }) => {
    return [list, version, entries, sha256.slice(0, 16)];
  });
  print(table(['list', 'version', 'entries', 'sha-256'], versions));
  const { seconds, cpuSeconds, loadSeconds, peakMegabytes, names } = lookups;
  const each = ((1000 * seconds) / names).toFixed(2);
  print([
    `  ${seconds.toFixed(1)} s (${each} ms each; ${cpuSeconds.toFixed(1)} s of processor time), lists read in ${loadSeconds.toFixed(1)} s, at most ${Math.round(peakMegabytes)} MB`,
    `  listed names with one letter wrong whose entry was found: ${percent(lookups.found)}`,
    `  invented names with a hit to look at: people ${percent(lookups.peopleWithHit)}, firms ${percent(lookups.firmsWithHit)}`,
  ]);
}

const KINDS = [
  ['people', (pair: HeldOut) => pair.kind === 'person'],
  ['companies', (pair: HeldOut) => pair.kind === 'entity'],
  ['all', () => true],
] as const;

function figureRows(pairs: readonly HeldOut[]): (string | number)[][] {
  return KINDS.map(([name, belongs]) => {
    const figures: Figures = figuresOf(pairs.filter(belongs));
    const { precision, recall, f1, truePositives, falsePositives, falseNegatives } = figures;
    const counts = [figures.pairs, truePositives, falsePositives, falseNegatives];
    return [name, share(precision), share(recall), share(f1), ...counts];
  });
}

const HEAD = ['', 'precision', 'recall', 'F1   ', 'pairs', 'found', 'too many', 'missed'];

export function printCalibration({ heldOut, shipped, blocking }: Calibrated): void {
  heading('Labelled pairs, five-fold: each judged by weights and thresholds learnt from the other folds');
  print(table(HEAD, figureRows(heldOut)));
  print([
    `  of ${blocking.told} matches that the weights in the code tell, the index compares ${blocking.compared} (${percent(blocking.recall)})`,
  ]);
  heading(`The same pairs by the weights in the code (${MODEL_VERSION})`);
  print(table(HEAD, figureRows(shipped)));
}

/** Every pair judged wrongly, under its kind of deviation; the names are of the public set and are kept nowhere. */
export function printErrors({ heldOut }: Calibrated): void {
  const kinds = [
    ['Not found (a match taken for two)', (pair: HeldOut) => pair.match && !pair.hit],
    ['Too many (two taken for a match)', (pair: HeldOut) => !pair.match && pair.hit],
  ] as const;
  for (const [title, wrong] of kinds) {
    const errors = heldOut.filter(wrong);
    heading(`${title}: ${errors.length}`);
    for (const category of [...new Set(errors.map((pair) => pair.category))].sort()) {
      const mine = errors.filter((pair) => pair.category === category);
      print([dim(`  ${category || 'no category'}: ${mine.length}`)]);
      const line = ({ schema, name1, name2, score }: HeldOut): string =>
        `    ${share(score)}  ${schema}: ${name1} | ${name2}`;
      print(mine.sort((a, b) => b.score - a.score).map(line));
    }
  }
}

/** The weights as they would be learnt from these pairs, for whoever recalibrates. */
export function printWeights({ fitted }: Calibrated): void {
  heading('Weights learnt from all of these pairs');
  const of = ({ intercept, weights, threshold, corroborated }: KindModel): string =>
    JSON.stringify({ intercept, ...weights, threshold, corroborated }, (_key, value: unknown) =>
      typeof value === 'number' ? Math.round(1000 * value) / 1000 : value,
    );
  print([`  people ${of(fitted.person)}`, `  companies ${of(fitted.entity)}`]);
}
