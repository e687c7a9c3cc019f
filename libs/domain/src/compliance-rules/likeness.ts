import { normaliseName } from './names.js';

/** Letters of `a` that `b` has within half the longer length, in order; each letter of `b` counts once. */
function matches(a: string, b: string): { readonly ofA: string; readonly ofB: string } {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const ofA = [...a].filter((letter, i) => {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken.has(j) || b.charAt(j) !== letter) continue;
      taken.add(j);
      return true;
    }
    return false;
  });
  return { ofA: ofA.join(''), ofB: [...b].filter((_, j) => taken.has(j)).join('') };
}

const SCALE = 0.1;
const MAX_PREFIX = 4;
const WINKLER_FROM = 0.7;

/** Jaro-Winkler likeness of two texts (p = 0.1, prefix of at most four letters): 0 for nothing in common, 1 for equal. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const { ofA, ofB } = matches(a, b);
  if (ofA.length === 0) return 0;
  const swapped = [...ofA].filter((letter, i) => letter !== ofB.charAt(i)).length / 2;
  const jaro = (ofA.length / a.length + ofA.length / b.length + (ofA.length - swapped) / ofA.length) / 3;
  if (jaro < WINKLER_FROM) return jaro;
  const prefix = [...a].findIndex((letter, i) => i >= MAX_PREFIX || letter !== b.charAt(i));
  return jaro + SCALE * (prefix === -1 ? Math.min(MAX_PREFIX, a.length) : prefix) * (1 - jaro);
}

/** How alike two names are once legal forms, accents and punctuation are gone: 0 to 1. */
export const nameLikeness = (a: string, b: string): number => jaroWinkler(normaliseName(a), normaliseName(b));
