import { useLanguage, useSayIfAny } from '../words/words.js';

/** What a country or market is called: as our texts call it, else as the browser does, in English where it does not know better. */
export function useCountry(): (code: string) => string {
  const sayIfAny = useSayIfAny();
  const names = new Intl.DisplayNames([useLanguage(), 'en'], { type: 'region', fallback: 'code' });
  return (code) =>
    /^[A-Z]{2}$/.test(code) ? (sayIfAny(`office.market.${code}`) ?? names.of(code) ?? code) : code;
}
