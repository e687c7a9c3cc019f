import { setupI18n, type I18n, type Messages } from '@lingui/core';
import * as en from '../locales/en.po.js';
import * as km from '../locales/km.po.js';
import * as zh from '../locales/zh.po.js';
import { LANGUAGES, type Language } from './language.js';

export type Values = Readonly<Record<string, string | number>>;
interface Catalogue {
  readonly i18n: I18n;
  readonly messages: Messages;
  readonly drafts: ReadonlySet<string>;
}
/** A part of a compiled message: text, or a value with its form and, for a choice, what there is to choose from. */
type Part = string | readonly [name: string, form?: string, choices?: unknown];

const catalogue = (language: Language, { messages, drafts }: typeof en): Catalogue => ({
  i18n: setupI18n({ locale: language, messages: { [language]: messages } }),
  messages,
  drafts: new Set(drafts),
});
const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en: catalogue('en', en),
  km: catalogue('km', km),
  zh: catalogue('zh', zh),
};

type Missing = (language: Language, id: string) => void;
/** A test fails where a text is missing; people are told in English rather than not at all, and the log says so. */
const failOrWarn: Missing = (language, id) => {
  const told = `There is no text ${id} in ${language}.`;
  if (process.env['NODE_ENV'] === 'test') throw new Error(told);
  process.emitWarning(told, { code: 'SELVEDGE_NO_TEXT' });
};
let missing = failOrWarn;
/** Who is told of a text that is missing; without an argument as at the start. */
export const whenMissing = (tell: Missing = failOrWarn): void => void (missing = tell);

/** Ids of all texts of a language, sorted. */
export const textIds = (language: Language): readonly string[] => Object.keys(CATALOGUES[language].messages);
export const hasText = (id: string): boolean => LANGUAGES.some((language) => isThere(language, id));
const isThere = (language: Language, id: string): boolean => Object.hasOwn(CATALOGUES[language].messages, id);

/** Whether nobody who speaks the language has reviewed this text. */
export const isDraft = (language: Language, id: string): boolean => CATALOGUES[language].drafts.has(id);

const namesIn = (parts: unknown): readonly string[] =>
  (Array.isArray(parts) ? (parts as readonly Part[]) : []).flatMap((part) =>
    typeof part === 'string' ? [] : [part[0], ...Object.values(part[2] ?? {}).flatMap(namesIn)],
  );
/** Names of the values that a text asks for, also inside its choices; none for a text that is missing. */
export const valueNames = (language: Language, id: string): readonly string[] => [
  ...new Set(namesIn(CATALOGUES[language].messages[id])),
];

/**
 * A text of the catalogue. One that is missing is said in English; its id where that is missing too.
 * @param values what its placeholders stand for; text among them is never read as a message
 * @throws Error in tests when it is missing
 */
export function say(language: Language, id: string, values: Values = {}): string {
  if (!isThere(language, id)) {
    missing(language, id);
    return language === 'en' ? id : say('en', id, values);
  }
  return CATALOGUES[language].i18n._(id, values);
}
