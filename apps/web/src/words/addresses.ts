import caseEn from '#locales/en.po?texts=advice,checks,events,questions,refusals';
import codesEn from '#locales/en.po?texts=deadlines,duties,names';
import caseKm from '#locales/km.po?texts=advice,checks,events,questions,refusals';
import codesKm from '#locales/km.po?texts=deadlines,duties,names';
import caseZh from '#locales/zh.po?texts=advice,checks,events,questions,refusals';
import codesZh from '#locales/zh.po?texts=deadlines,duties,names';
import type { Language } from './languages.js';

/** Parts of the catalogue that are loaded by themselves: of the app, and of what the whole product says. */
export type Part = 'shell' | 'supplier' | 'auditor' | 'buyer' | 'office' | 'application' | 'codes' | 'case';

const FILES = import.meta.glob<string>('#locales/web/*.po', {
  query: '?texts',
  import: 'default',
  eager: true,
});
/** By the name of the file. */
const WEB = new Map(Object.entries(FILES).map(([path, address]) => [path.split('/').at(-1), address]));
const PRODUCT: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  codes: { en: codesEn, km: codesKm, zh: codesZh },
  case: { en: caseEn, km: caseKm, zh: caseZh },
};

/** Where the texts of a part are found in a language. */
export function addressOf(part: Part, language: Language): string {
  const address = PRODUCT[part]?.[language] ?? WEB.get(`${part}.${language}.po`);
  if (address === undefined) throw new Error(`There is no catalogue ${part} in ${language}.`);
  return address;
}
