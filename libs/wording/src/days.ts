import type { Language } from './language.js';

const form = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Phnom_Penh' });
/** English as it is written in Cambodia; Khmer writes its days with digits of its own. */
const FORMS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: form('en-GB'),
  km: form('km-u-nu-khmr'),
  zh: form('zh-Hans'),
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Whether a value is an instant, to be said as a day. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && INSTANT.test(value);
/** Whether a value is an instant or a local date. */
export const isDay = (value: unknown): value is string =>
  isInstant(value) || (typeof value === 'string' && LOCAL_DATE.test(value));

/** A day as people in Cambodia count it. @param instant or a local date, which at 7 in the morning is the same day */
export const sayDay = (instant: string, language: Language): string =>
  FORMS[language].format(new Date(instant));
