import { PROVINCES } from '#domain';
import type { Language } from './languages.js';

const NAME_IN = { en: 'nameEn', km: 'nameKm', zh: 'nameZhDraft' } as const satisfies Record<Language, string>;

/** A province as its reader calls it. */
export const provinceName = (iso: string, language: Language): string =>
  PROVINCES.find((one) => one.iso === iso)?.[NAME_IN[language]] ?? iso;
