import { localDate } from '#domain';
import type { Language } from './languages.js';
import { marksOf, type Marks } from './marks.js';
import { useLanguage } from './words.js';

/** English as it is written in Cambodia. Khmer writes its days with digits of its own, as in the messages we send; numbers with Latin ones. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', km: 'en-GB', zh: 'zh-Hans' };
const ZONE = 'Asia/Phnom_Penh';
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export interface Forms extends Marks {
  /** 3 March 2026. @param day an instant or a local date */
  readonly day: (day: string) => string;
  /** 3, in a calendar */
  readonly dayOfMonth: (day: string) => string;
  /** 3 March 2026 14:32 */
  readonly moment: (instant: string) => string;
  /** 14:32 */
  readonly time: (instant: string) => string;
  readonly month: (month: string) => string;
  /** 1,234.5 */
  readonly number: (value: number, digits?: number) => string;
  /** 45% of a share from 0 to 1 */
  readonly share: (value: number) => string;
  readonly money: (value: number, currency?: string) => string;
  /** Which of two names comes first where the reader looks one up; HS-9 before HS-10. */
  readonly compareNames: (one: string, other: string) => number;
}

/** Khmer names of the months (Unicode CLDR 46, km). Browsers do not know them: Chromium carries no Khmer locale. */
const KHMER_MONTHS = 'មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ'.split(' ');
const khmerDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));

interface DateForms {
  readonly day: (at: Date) => string;
  readonly month: (at: Date) => string;
  readonly time: (at: Date) => string;
}
function khmerDates(): DateForms {
  const parts = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: ZONE,
  });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: ZONE });
  const split = (at: Date) => parts.format(at).split('/') as [string, string, string];
  const named = (month: string): string => KHMER_MONTHS[Number(month) - 1] ?? month;
  return {
    day: (at) => {
      const [day, month, year] = split(at);
      return khmerDigits(`${Number(day)} ${named(month)} ${year}`);
    },
    month: (at) => {
      const [, month, year] = split(at);
      return khmerDigits(`${named(month)} ${year}`);
    },
    time: (at) => khmerDigits(time.format(at)),
  };
}
function datesOf(locale: string): DateForms {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: ZONE });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: ZONE });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: ZONE });
  return { day: (at) => day.format(at), month: (at) => month.format(at), time: (at) => time.format(at) };
}

function formsOf(language: Language): Forms {
  const dates = language === 'km' ? khmerDates() : datesOf(LOCALES[language]);
  const locale = LOCALES[language];
  // A local date is noon of that day in Phnom Penh, so it is the same day there.
  const at = (text: string): Date => new Date(LOCAL_DATE.test(text) ? `${text}T12:00:00+07:00` : text);
  return {
    ...marksOf(language),
    day: (text) => dates.day(at(text)),
    dayOfMonth: (text) => {
      const number = String(Number(localDate(at(text).toISOString()).slice(8)));
      return language === 'km' ? khmerDigits(number) : number;
    },
    moment: (text) => `${dates.day(at(text))} ${dates.time(at(text))}`,
    time: (text) => dates.time(at(text)),
    month: (text) => dates.month(at(`${text.slice(0, 7)}-15`)),
    number: (value, digits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    share: (value) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value),
    money: (value, currency = 'USD') =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(value),
    compareNames: new Intl.Collator([language, locale], { numeric: true }).compare,
  };
}
const FORMS: Readonly<Record<Language, Forms>> = { en: formsOf('en'), km: formsOf('km'), zh: formsOf('zh') };

/** Days, moments, numbers, money and the marks between words as the reader writes them; all in the time of Phnom Penh. */
export const useForms = (): Forms => FORMS[useLanguage()];
