import { CHECK_KINDS, DEFAULT_SCHEME_CONTENT } from '#domain';
import { useForms } from '../../words/forms.js';
import type { Language } from '../../words/languages.js';
import { capitalised, useLanguage, useSay, useSayCode } from '../../words/words.js';
import { useGoods } from '../goods.js';
import type { Dimension } from './cohort.js';
import { kindOf } from './shapes.js';

const items = new Map(DEFAULT_SCHEME_CONTENT.checklist.items.map((item) => [item.id, item]));
/** What an item of the checklist asks; nothing where only another scheme has it. */
function questionOf(id: string, language: Language): string | undefined {
  const item = items.get(id);
  return (language === 'en' ? undefined : item?.texts?.[language]?.question) ?? item?.question;
}
/** What the codes of figures are called: their rows, what they are split by, and what they measure. */
export function useNames() {
  const say = useSay();
  const sayCode = useSayCode();
  const { month, number, money, named } = useForms();
  const language = useLanguage();
  const { category, province } = useGoods();

  const reason = (key: string): string => {
    const why = key.slice(kindOf(key).length + 1);
    const question = questionOf(why, language);
    if (question) return `${why} · ${question}`;
    const check = CHECK_KINDS.some((kind) => kind === why);
    return check ? capitalised(sayCode('names.check', why)) : sayCode('office.programme.why', why);
  };
  const kind = (key: string): string => sayCode('office.programme.kind', kindOf(key));
  const group = (by: Dimension, one: string): string => {
    if (one === 'unknown') return say('office.programme.unknown');
    if (by === 'province') return province(one);
    if (by === 'category') return category(one);
    return by === 'cohort' ? month(one) : sayCode(`office.programme.group.${by}`, one);
  };
  const row = (keys: string, key: string): string => {
    if (keys === 'reason') return reason(key);
    if (keys === 'province') return province(key);
    if (keys === 'grade' && key === 'unknown') return say('office.programme.unknown');
    if (keys === 'role') return capitalised(sayCode('shell.role', key));
    return sayCode(`office.programme.row.${keys}`, key);
  };
  const amount = (unit: string, value: number): string => {
    if (unit === 'percent') return `${number(value, 1)}%`;
    return unit === 'usd' ? money(value) : number(value, 1);
  };
  return {
    ...{ row, group, amount },
    kind,
    /** A reason, after what kind of reason it is. */
    reasonOfKind: (key: string) => named(kind(key), reason(key)),
    measure: (id: string) => sayCode('office.programme.measure', id),
    /** What the rows of a figure are. */
    keys: (keys: string) => sayCode('office.programme.keys', keys),
    dimension: (by: Dimension) => sayCode('office.programme.by', by),
    source: (one: string) => sayCode('office.programme.source', one),
  };
}
export type Names = ReturnType<typeof useNames>;
