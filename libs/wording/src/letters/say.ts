import { IntlMessageFormat } from 'intl-messageformat';
import { CHECK_KINDS } from '#domain';
import { DECISION_TEXTS } from './decisions.js';
import type { LetterLanguage, LetterTexts } from './letter-text.js';
import { FRAME_TEXTS, LETTER_NAMES } from './names.js';
import { REASON_TEXTS } from './reasons.js';
import { BASIS_TEXTS, STEP_TEXTS } from './steps.js';

/** Every sentence of a letter, by its code. */
export const LETTER_TEXTS: LetterTexts = {
  ...DECISION_TEXTS,
  ...REASON_TEXTS,
  ...BASIS_TEXTS,
  ...STEP_TEXTS,
};
export const LETTER_FRAME = FRAME_TEXTS;

type Values = Readonly<Record<string, string | number | boolean>>;
const made = new Map<string, IntlMessageFormat>();
function formatOf(text: string, language: LetterLanguage): IntlMessageFormat {
  const key = `${language}/${text}`;
  const format = made.get(key) ?? new IntlMessageFormat(text, language);
  made.set(key, format);
  return format;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;
/** A day as people in Cambodia count it. */
export const sayDay = (instant: string, language: LetterLanguage): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Asia/Phnom_Penh' }).format(
    new Date(instant),
  );

/** The name of a code, `check/duplicate` say; the code itself where it has none. */
export function sayName(kind: string, code: string, language: LetterLanguage): string {
  const known = LETTER_NAMES[`${kind}/${code}`] ?? LETTER_NAMES[`${kind}/${code.split(':')[0] ?? ''}`];
  if (known) return known[language];
  const isCheck = kind === 'subject' && CHECK_KINDS.some((one) => one === code);
  return isCheck ? sayName('check', code, language) : code;
}

function shown(name: string, value: string | number | boolean, language: LetterLanguage): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  return INSTANT.test(value) ? sayDay(value, language) : sayName(name, value, language);
}

const say = (text: string, values: Values, language: LetterLanguage): string =>
  String(
    formatOf(text, language).format({
      until: 'none',
      ...Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, shown(name, value, language)]),
      ),
    }),
  );

/** One sentence of a letter in words. A code without words is told as it is, with blanks. */
export function sayLine(code: string, params: Values, language: LetterLanguage): string {
  const text = LETTER_TEXTS[code]?.[language];
  return text === undefined ? code.replaceAll(/[:-]/g, ' ') : say(text, params, language);
}

/** What stands around a letter: its headings. */
export const sayFrame = (code: string, language: LetterLanguage, params: Values = {}): string =>
  say(FRAME_TEXTS[code]?.[language] ?? code, params, language);
