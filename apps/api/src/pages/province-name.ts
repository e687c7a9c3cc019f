import { PROVINCES } from '#domain';
import type { Language } from '#wording';

const NAME_IN = { en: 'nameEn', km: 'nameKm', zh: 'nameZhDraft' } as const satisfies Record<Language, string>;

/** A province as people of this language write it. */
export const provinceName = (code: string, language: Language): string =>
  PROVINCES.find(({ iso }) => iso === code)?.[NAME_IN[language]] ?? code;
