/** An exact non-negative number: binary fractions would move a total of exactly 90 to either side of its grade. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const SCALE = 1e6;
const exact = (value: number): bigint => BigInt(Math.round(value * SCALE));

const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : commonDivisor(b, a % b));
const reduced = (num: bigint, den: bigint): Fraction => {
  const divisor = commonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
};

/** `num / den`, both exact to six decimals; `den` above zero. */
export const fraction = (num: number, den = 1): Fraction => reduced(exact(num), exact(den));

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const compare = (a: Fraction, b: Fraction): number => Number(a.num * b.den - b.num * a.den);

/** Mean of the values by weight; nothing when no weight is there to divide by. */
export function weightedMean(
  parts: readonly { readonly weight: number; readonly value: Fraction }[],
): Fraction | undefined {
  const weights = parts.reduce((sum, part) => sum + exact(part.weight), 0n);
  if (weights <= 0n) return undefined;
  const den = parts.reduce((product, part) => product * part.value.den, 1n);
  const num = parts.reduce((sum, p) => sum + exact(p.weight) * p.value.num * (den / p.value.den), 0n);
  return reduced(num, den * weights);
}

/** Rounded half-up to so many decimals, for showing. */
export function halfUp({ num, den }: Fraction, decimals: number): number {
  const unit = 10n ** BigInt(decimals);
  return Number((2n * num * unit + den) / (2n * den)) / Number(unit);
}
