import type { Language } from './language.js';

const form = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Phnom_Penh' });
/** English as it is written in Cambodia; Khmer writes with digits of its own. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', km: 'km-u-nu-khmr', zh: 'zh-Hans' };
const FORMS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: form(LOCALES.en),
  km: form(LOCALES.km),
  zh: form(LOCALES.zh),
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

/** The time of day in Phnom Penh, hours and minutes. */
export const sayTime = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Phnom_Penh' },
  }).format(new Date(instant));

/** A number as people write it, with no more fractions than these. */
export const sayNumber = (value: number, language: Language, fractions = 0): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: fractions }).format(value);
