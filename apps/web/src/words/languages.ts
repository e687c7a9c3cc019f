export const LANGUAGES = ['km', 'en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { km: 'ខ្មែរ', en: 'English', zh: '中文' };

const KEPT_AS = 'selvedge.language';
const isLanguage = (text: string | null | undefined): text is Language =>
  LANGUAGES.some((one) => one === text);

/** What was chosen on this device, else what the browser prefers, else Khmer. */
export function languageHere(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'km';
}

/** Whether somebody chose a language on this device. */
export const wasChosen = (): boolean => localStorage.getItem(KEPT_AS) !== null;
export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT_AS, language);
