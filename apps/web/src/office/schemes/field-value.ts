import type { ChecklistItem, Condition, ItemText, SeverityRule } from '#domain';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { useConditionText } from './condition-text.js';
import { fieldText } from './field-text.js';

const conditionOf = (rule: SeverityRule): Condition =>
  'when' in rule ? rule.when : { endMarketsWithout: rule.endMarketsWithout };
const wordsOf = ({ question, guidance, evidence }: ItemText): string =>
  [question, guidance, ...evidence].join('\n');

/** How a field of an item reads in words: codes by their names, conditions as sentences, the rest as it is kept. */
export function useFieldValue(): (field: string, item: ChecklistItem | undefined) => string {
  const say = useSay();
  const sayCode = useSayCode();
  const { list, named } = useForms();
  const { category } = useGoods();
  const conditionText = useConditionText();
  const severity = (code: string): string =>
    code === 'information' ? say('office.schemes.information') : capitalised(sayCode('names.severity', code));
  const yesNo = (value: unknown): string => say(value ? 'office.yes' : 'office.no');
  const told: Readonly<Record<string, (item: ChecklistItem) => string | undefined>> = {
    severity: (item) => severity(item.severity),
    categories: (item) => list(item.categories.map(category)),
    coreProfile: (item) => yesNo(item.coreProfile),
    safeguarding: (item) => yesNo(item.safeguarding),
    askedWhen: ({ askedWhen }) => askedWhen && conditionText(askedWhen),
    appliesWhen: ({ appliesWhen }) => say(`office.schemes.applies.${appliesWhen ?? 'always'}`),
    severityWhen: ({ severityWhen = [] }) =>
      severityWhen.map((rule) => named(severity(rule.severity), conditionText(conditionOf(rule)))).join('\n'),
    evidenceWhen: ({ evidenceWhen = [] }) =>
      evidenceWhen.map(({ evidence, when }) => `${evidence}: ${conditionText(when)}`).join('\n'),
    texts: ({ texts = {} }) => Object.values(texts).map(wordsOf).join('\n\n'),
  };
  return (field, item) => {
    if (!item) return fieldText(undefined);
    const tell = told[field];
    return tell ? tell(item) || fieldText(undefined) : fieldText(item[field as keyof ChecklistItem]);
  };
}

const NUMBER = /^\d+$/;
const CATEGORY = /^[A-Z]{3,}(?:_[A-Z]+)*$/;
/** What a part of a version beside its items is called, with the path below it: `deadlines.review.within`. */
export function usePartName(): (path: string) => string {
  const sayCode = useSayCode();
  const { category } = useGoods();
  return (path) => {
    const [first = '', ...rest] = path.split('.');
    const [part = '', ...below] = first === 'checklist' ? rest : [first, ...rest];
    const name = (key: string, nth: number): string => {
      if (first === 'deadlines' && nth === 0) return capitalised(sayCode('deadlines', key));
      if (NUMBER.test(key)) return String(Number(key) + 1);
      return CATEGORY.test(key) ? category(key) : sayCode('office.schemes.part', key);
    };
    return [sayCode('office.schemes.part', part), ...below.map(name)].join(' · ');
  };
}
