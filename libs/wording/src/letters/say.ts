import { CHECK_KINDS, LETTER_EVENTS } from '#domain';
import { hasText, isDraft, say, textIds, type Values } from '../catalogue.js';
import { isInstant, sayDay } from '../days.js';
import { LANGUAGES, type Language } from '../language.js';

/** Languages that letters are written in; English governs. */
export const LETTER_LANGUAGES = LANGUAGES;
export type LetterLanguage = Language;

const IN_LETTERS = /^(?:letters|names|advice)\./;
/** Languages in which something of a letter is a draft until a person who speaks it has reviewed it. */
export const DRAFT_LETTER_LANGUAGES: readonly LetterLanguage[] = LETTER_LANGUAGES.filter((language) =>
  textIds(language).some((id) => IN_LETTERS.test(id) && isDraft(language, id)),
);

type Params = Readonly<Record<string, string | number | boolean>>;

/** The name of a code, `check/duplicate` say; the code itself where it has none. */
export function sayName(kind: string, code: string, language: LetterLanguage): string {
  const known = [code, code.split(':')[0]].map((one) => `names.${kind}.${one}`).find(hasText);
  if (known) return say(language, known);
  const isCheck = kind === 'subject' && CHECK_KINDS.some((one) => one === code);
  return isCheck ? sayName('check', code, language) : code;
}

function shown(name: string, value: string | number | boolean, language: LetterLanguage): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  return isInstant(value) ? sayDay(value, language) : sayName(name, value, language);
}

const valuesOf = (params: Params, language: LetterLanguage): Values => ({
  until: 'none',
  ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(name, value, language)])),
});

/** Where the text of a line is: `reason:grade` has one of its own, a buyer's reasons are said as in the advice. */
export function lineId(code: string): string {
  const [kind = '', rest] = code.split(':');
  if (LETTER_EVENTS.some((event) => event === code)) return `letters.decided.${code}`;
  return kind === 'declined' ? `advice.declined.${rest}` : `letters.${kind}.${rest}`;
}

/** One sentence of a letter in words. A code without words is told as it is, with blanks. */
export function sayLine(code: string, params: Params, language: LetterLanguage): string {
  const id = lineId(code);
  return hasText(id) ? say(language, id, valuesOf(params, language)) : code.replaceAll(/[:-]/g, ' ');
}

/** What stands around a letter: its headings. */
export const sayFrame = (code: string, language: LetterLanguage, params: Params = {}): string =>
  say(language, `letters.frame.${code}`, valuesOf(params, language));
