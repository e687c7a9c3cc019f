import { CERTIFICATION_SCHEMES } from '#domain';
import { useSayCode } from '../words/words.js';

/** Units that goods are counted in, as the API knows them. */
export const UNITS = [
  'pieces',
  'metres',
  'kilograms',
  'tonnes',
  'litres',
  'pairs',
  'sets',
  'hours',
  'square-metres',
] as const;
/** Markets that buyers here sell to; a case may name others by their code. */
export const MARKETS = ['EU', 'GB', 'US', 'CA', 'JP', 'KR', 'CN', 'AU'] as const;

/** A scheme by the name that it gives itself, which is the same in every language. */
export const schemeName = (code: string): string =>
  CERTIFICATION_SCHEMES.find((scheme) => scheme.code === code)?.name ?? code;

/** What codes of goods and places are called. */
export function useNames() {
  const sayCode = useSayCode();
  return {
    category: (code: string) => sayCode('buyer.category', code),
    province: (code: string) => sayCode('buyer.province', code),
    market: (code: string) => sayCode('buyer.market', code),
    unit: (code: string) => sayCode('buyer.unit', code),
    stage: (code: string) => sayCode('shell.place', code),
  };
}
