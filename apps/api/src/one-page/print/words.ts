import { PROVINCES } from '#domain';
import { hasOnePageText, onePageText, sayDay, sayName, sayNumber, sayTime, type Language } from '#wording';
import { escaped } from '../../http/html.js';

/** What stands where nothing was written. */
const NOTHING = '–';

/** Words of one page in one language, ready to stand in it. */
export interface PageWords {
  readonly language: Language;
  /** A text of the catalogue. */
  text(code: string, values?: Readonly<Record<string, string | number>>): string;
  /** The name of a code, `stage.qualified` say; the code itself where it has none. */
  name(kind: string, code: string): string;
  /** What somebody wrote. */
  plain(text: string | number | null | undefined): string;
  number(value: number | null | undefined, fractions?: number): string;
  day(instant: string | null | undefined): string;
  moment(instant: string): string;
  yesNo(value: boolean | null): string;
  province(iso: string | null): string;
  severity(code: string): string;
}

export function pageWords(language: Language): PageWords {
  const text: PageWords['text'] = (code, values) => escaped(onePageText(code, language, values));
  const plain: PageWords['plain'] = (value) =>
    value === null || value === undefined || value === '' ? NOTHING : escaped(String(value));
  const day = (instant: string): string => sayDay(instant, language);
  return {
    ...{ language, text, plain },
    name: (kind, code) =>
      hasOnePageText(`${kind}.${code}`) ? text(`${kind}.${code}`) : plain(code.replaceAll('-', ' ')),
    number: (value, fractions = 0) =>
      plain(typeof value === 'number' ? sayNumber(value, language, fractions) : null),
    day: (instant) => plain(instant && day(instant)),
    moment: (instant) => plain(`${day(instant)}, ${sayTime(instant, language)}`),
    yesNo: (value) => (value === null ? NOTHING : text(value ? 'answer.yes' : 'answer.no')),
    province(iso) {
      const found = PROVINCES.find((province) => province.iso === iso);
      return plain(language === 'km' ? found?.nameKm : found?.nameEn);
    },
    severity: (code) => plain(sayName('severity', code, language)),
  };
}
