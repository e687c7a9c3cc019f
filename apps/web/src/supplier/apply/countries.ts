import type { Language } from '../../words/languages.js';

/** Where materials of this industry come from, Cambodia first, then the rest by how much comes from there. */
export const COUNTRIES: readonly string[] = [
  ...['KH', 'CN', 'VN', 'TH', 'TW', 'HK', 'KR', 'JP', 'ID', 'IN', 'MY', 'SG', 'BD', 'PK', 'LK'],
  ...['PH', 'LA', 'MM', 'TR', 'IT', 'DE', 'FR', 'ES', 'GB', 'US', 'BR', 'AU', 'NZ', 'UZ', 'EG'],
];

const names = new Map<Language, Intl.DisplayNames>();
export function countryName(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames([language, 'en'], { type: 'region' });
  names.set(language, known);
  return known.of(code) ?? code;
}
