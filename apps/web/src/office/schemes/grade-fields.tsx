import type { GradeRule } from '#domain';
import { Group, Text } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { useSay } from '../../words/words.js';
import { MaybeNumberField, NumberField } from './number-field.js';
import { AT, type ScoringFieldsProps } from './scoring-fields.js';

/** From which score on a grade is given, and with how much open. */
export function GradeFields({ draft, errorAt, onChange }: ScoringFieldsProps) {
  const say = useSay();
  const set = (nth: number) => (part: { readonly [K in keyof GradeRule]?: GradeRule[K] | undefined }) =>
    onChange({
      grades: draft.grades.map((rule, at) => (at === nth ? ({ ...rule, ...part } as GradeRule) : rule)),
    });
  return (
    <Section id="grades" title={say('office.schemes.grades')}>
      <Text size="sm">{say('office.schemes.grades.what')}</Text>
      {draft.grades.map((rule, nth) => {
        const at = `${AT}/grades/${nth}`;
        return (
          <fieldset key={rule.grade} className="office-fieldset">
            <legend>{say('office.schemes.grade', { grade: rule.grade })}</legend>
            <Group gap="sm" align="flex-start">
              <NumberField
                label={say('office.schemes.grade.min')}
                value={rule.min}
                error={errorAt(at, `${at}/min`)}
                onChange={(min) => set(nth)({ min })}
              />
              <MaybeNumberField
                label={say('office.schemes.grade.most-major')}
                value={rule.maxMajorOpen}
                error={errorAt(`${at}/maxMajorOpen`)}
                onChange={(maxMajorOpen) => set(nth)({ maxMajorOpen })}
              />
              <MaybeNumberField
                label={say('office.schemes.grade.most-critical')}
                value={rule.maxCriticalOpen}
                error={errorAt(`${at}/maxCriticalOpen`)}
                onChange={(maxCriticalOpen) => set(nth)({ maxCriticalOpen })}
              />
            </Group>
          </fieldset>
        );
      })}
    </Section>
  );
}
