import {
  DATED_BY_THE_CASE,
  type AqlDefault,
  type DeadlineRule,
  type GradeRule,
  type SchemeDeadlineKind,
  type Span,
  type StepRule,
} from '#domain';
import { useForms } from '../../words/forms.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { certificateName } from './needed-certificates.js';
import { lengthOf, stepOf } from './deadline-draft.js';

/** What a version says of grades, lots and deadlines, in words. */
export function useTermsText() {
  const say = useSay();
  const sayCode = useSayCode();
  const { number, list } = useForms();
  const span = (of: Span): string => {
    const { unit, count } = lengthOf(of);
    return say(`office.schemes.span.${unit}`, { count: Math.abs(count) });
  };
  const step = (rule: StepRule): string => {
    const { count, place } = stepOf(rule);
    const at = count === 0 ? (place === 'after-start' ? 'at-start' : 'at-due') : place;
    const what = sayCode('office.schemes.step', rule.step);
    return capitalised(say(`office.schemes.step-at.${at}`, { what, span: span(rule) }));
  };
  const steps = (of: readonly StepRule[]): string => of.map(step).join('\n');
  const deadline = (kind: SchemeDeadlineKind, { within, steps: own, extendableDays }: DeadlineRule): string =>
    [
      DATED_BY_THE_CASE.includes(kind) ? say('office.schemes.dated-by-case') : span(within),
      steps(own),
      extendableDays !== undefined && say('office.schemes.extendable', { count: extendableDays }),
    ]
      .filter(Boolean)
      .join('\n');
  const grade = ({ min, maxMajorOpen, maxCriticalOpen }: GradeRule): string =>
    [
      say('office.schemes.grade.from', { min: number(min, 2) }),
      maxMajorOpen !== undefined && say('office.schemes.grade.major', { count: maxMajorOpen }),
      maxCriticalOpen !== undefined && say('office.schemes.grade.critical', { count: maxCriticalOpen }),
    ]
      .filter(Boolean)
      .join(' · ');
  const method = (code: string): string => sayCode('office.schemes.method', code);
  const lot = ({ level, major, minor, alsoBy }: AqlDefault): string =>
    [say('office.schemes.lot', { level, major, minor }), alsoBy && method(alsoBy)]
      .filter(Boolean)
      .join(' · ');
  const certificates = (codes: readonly string[]): string => list(codes.map(certificateName));
  return { certificates, span, step, steps, deadline, grade, lot, method };
}
