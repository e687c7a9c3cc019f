/** Languages that letters are written in. Khmer is a draft until a person who speaks it has reviewed it. */
export const LETTER_LANGUAGES = ['km', 'en'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];
export const DRAFT_LETTER_LANGUAGES: readonly LetterLanguage[] = ['km'];

/** One message in ICU MessageFormat, in every language of letters. */
export type LetterText = Readonly<Record<LetterLanguage, string>>;
export type LetterTexts = Readonly<Record<string, LetterText>>;
export const letterText = (en: string, km: string): LetterText => ({ en, km });
