import type {
  AqlDefault,
  DeadlineRule,
  GradeRule,
  SchemeContent,
  SchemeDeadlineKind,
  Span,
  StepRule,
} from '#domain';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { fieldText, valueAt } from './field-text.js';
import { useTermsText } from './terms-text.js';

type Told = (value: never, path: string) => string;

/** How what stands at a path of a version beside its items reads in words; the rest as it is kept. */
export function useTermsValue(): (path: string, content: SchemeContent) => string {
  const say = useSay();
  const sayCode = useSayCode();
  const { share, named } = useForms();
  const { category } = useGoods();
  const text = useTermsText();
  const lines = (name: (key: string) => string, told: (value: never) => string) => (value: object) =>
    Object.entries(value)
      .map(([key, one]) => named(name(key), told(one as never)))
      .join('\n');
  const months = (count: number) => say('office.schemes.months', { count });
  const lapse = (code: string) => sayCode('office.schemes.lapse', code);
  const told: readonly (readonly [place: RegExp, told: Told])[] = [
    [
      /^checklist\.scoring\.grades$/,
      (of: readonly GradeRule[]) => of.map((rule) => `${rule.grade}: ${text.grade(rule)}`).join('\n'),
    ],
    [/^checklist\.scoring\.values$/, lines((code) => sayCode('office.schemes.worth', code), share)],
    [/^checklist\.scoring\.sectionFloors$/, lines(String, String)],
    [/^checklist\.scoring\.maxNotApplicableShare$/, share],
    [
      /^deadlines\.[^.]+$/,
      (of: DeadlineRule, path) => text.deadline(path.split('.')[1] as SchemeDeadlineKind, of),
    ],
    [/^deadlines\..+\.within$/, (of: Span) => text.span(of)],
    [/^deadlines\..+\.steps$/, (of: readonly StepRule[]) => text.steps(of)],
    [/^deadlines\..+\.extendableDays$/, (days: number) => text.span({ days })],
    [/^requiredCertificates\./, text.certificates],
    [/^samplingPlan$/, lines(category, (of: AqlDefault) => text.lot(of))],
    [/^samplingPlan\.[^.]+$/, (of: AqlDefault) => text.lot(of)],
    [/^samplingPlan\..+\.alsoBy$/, text.method],
    [/^validityMonths\./, months],
    [/^certificateGraceDays$/, (days: number) => text.span({ days })],
    [/^certificateLapse$/, lines(category, lapse)],
    [/^certificateLapse\./, lapse],
  ];
  return (path, content) => {
    const value = valueAt(content, path);
    const [, tell] = told.find(([place]) => place.test(path)) ?? [];
    return value === undefined || !tell ? fieldText(value) : tell(value as never, path);
  };
}
