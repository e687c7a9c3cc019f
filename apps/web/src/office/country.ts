import { useLanguage } from '../words/words.js';

/** What a country or market is called; in English where the browser does not know it in the reader's language. */
export function useCountry(): (code: string) => string {
  const names = new Intl.DisplayNames([useLanguage(), 'en'], { type: 'region', fallback: 'code' });
  return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
}
