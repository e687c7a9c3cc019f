import type { Language } from './languages.js';
import { useLanguage } from './words.js';

/** English as it is written in Cambodia; Khmer with digits of its own; as in the messages we send. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', km: 'km-u-nu-khmr', zh: 'zh-Hans' };
const ZONE = 'Asia/Phnom_Penh';
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export interface Forms {
  /** 3 March 2026. @param day an instant or a local date */
  readonly day: (day: string) => string;
  /** 3 Mar 2026, 14:32 */
  readonly moment: (instant: string) => string;
  /** 14:32 */
  readonly time: (instant: string) => string;
  readonly month: (month: string) => string;
  /** 1,234.5 */
  readonly number: (value: number, digits?: number) => string;
  /** 45% of a share from 0 to 1 */
  readonly share: (value: number) => string;
  readonly money: (value: number, currency?: string) => string;
}

function formsOf(language: Language): Forms {
  const locale = LOCALES[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: ZONE });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: ZONE });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: ZONE });
  // A local date is noon of that day in Phnom Penh, so it is the same day there.
  const at = (text: string): Date => new Date(LOCAL_DATE.test(text) ? `${text}T12:00:00+07:00` : text);
  return {
    day: (text) => day.format(at(text)),
    moment: (text) => moment.format(at(text)),
    time: (text) => time.format(at(text)),
    month: (text) => month.format(at(`${text.slice(0, 7)}-15`)),
    number: (value, digits = 0) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    share: (value) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value),
    money: (value, currency = 'USD') =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(value),
  };
}
const FORMS: Record<Language, Forms> = { en: formsOf('en'), km: formsOf('km'), zh: formsOf('zh') };

/** Days, moments, numbers and money as the reader writes them; all in the time of Phnom Penh. */
export const useForms = (): Forms => FORMS[useLanguage()];
