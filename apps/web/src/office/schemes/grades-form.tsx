import type { GradeRule, ScoringRules } from '#domain';
import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { useSay } from '../../words/words.js';
import { DraftForm } from './draft-form.js';
import { MaybeNumberField, NumberField, ShareField } from './number-field.js';
import { usePartProblems, type PartProblems } from './part-problems.js';
import { PLACES, gradesOf, withGrades } from './terms.js';
import { useDraft } from './use-draft.js';
import type { Version } from './version-data.js';

const AT = '/checklist/scoring';
const ANSWERS = ['conform', 'partial', 'nonconform', 'not-verified'] as const;

interface FieldsProps {
  readonly draft: ScoringRules;
  readonly errorAt: PartProblems['errorAt'];
  readonly onChange: (part: Partial<ScoringRules>) => void;
}

/** How the score of an audit becomes a grade. */
export function GradesForm({ of }: { readonly of: Version }) {
  const form = useDraft<ScoringRules>({ of, kept: gradesOf(of.content), into: withGrades });
  const { errorAt, isWrong } = usePartProblems(form.content, ...PLACES.grades);
  const fields = { draft: form.draft, errorAt, onChange: form.change };
  return (
    <DraftForm of={of} form={form} isWrong={isWrong}>
      <Grades {...fields} />
      <Limits {...fields} />
      <Floors of={of} {...fields} />
      <Worth {...fields} />
    </DraftForm>
  );
}

function Grades({ draft, errorAt, onChange }: FieldsProps) {
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
                hint={say('office.schemes.no-limit')}
                value={rule.maxMajorOpen}
                error={errorAt(`${at}/maxMajorOpen`)}
                onChange={(maxMajorOpen) => set(nth)({ maxMajorOpen })}
              />
              <MaybeNumberField
                label={say('office.schemes.grade.most-critical')}
                hint={say('office.schemes.no-limit')}
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

function Limits({ draft, errorAt, onChange }: FieldsProps) {
  const say = useSay();
  return (
    <Section id="limits" title={say('office.schemes.limits')}>
      <Stack gap="sm" className="office-form">
        <NumberField
          label={say('office.schemes.part.maxOpenCritical')}
          value={draft.maxOpenCritical}
          error={errorAt(`${AT}/maxOpenCritical`)}
          onChange={(maxOpenCritical) => onChange({ maxOpenCritical })}
        />
        <NativeSelect
          label={say('office.schemes.part.limitedGrade')}
          value={draft.limitedGrade}
          error={errorAt(`${AT}/limitedGrade`)}
          onChange={({ target }) => onChange({ limitedGrade: target.value as GradeRule['grade'] })}
          data={draft.grades.map(({ grade }) => ({
            value: grade,
            label: say('office.schemes.grade', { grade }),
          }))}
        />
        <ShareField
          label={say('office.schemes.part.maxNotApplicableShare')}
          value={draft.maxNotApplicableShare}
          error={errorAt(`${AT}/maxNotApplicableShare`)}
          onChange={(maxNotApplicableShare) => onChange({ maxNotApplicableShare })}
        />
      </Stack>
    </Section>
  );
}

function Floors({ of, draft, errorAt, onChange }: FieldsProps & { readonly of: Version }) {
  const say = useSay();
  const set = (code: string, floor: number | undefined) =>
    onChange({
      sectionFloors: Object.fromEntries(
        Object.entries({ ...draft.sectionFloors, [code]: floor }).filter(([, one]) => one !== undefined),
      ) as ScoringRules['sectionFloors'],
    });
  return (
    <Section id="floors" title={say('office.schemes.part.sectionFloors')}>
      <Text size="sm">{say('office.schemes.floors.what')}</Text>
      <Stack gap="sm" className="office-form">
        {of.content.checklist.sections.map(({ code, title }) => (
          <MaybeNumberField
            key={code}
            label={`${code} · ${title}`}
            value={draft.sectionFloors[code]}
            error={errorAt(`${AT}/sectionFloors/${code}`)}
            onChange={(floor) => set(code, floor)}
          />
        ))}
      </Stack>
    </Section>
  );
}

function Worth({ draft, errorAt, onChange }: FieldsProps) {
  const say = useSay();
  return (
    <Section id="values" title={say('office.schemes.part.values')}>
      <Group gap="sm" align="flex-start">
        {ANSWERS.map((answer) => (
          <ShareField
            key={answer}
            label={say(`office.schemes.worth.${answer}`)}
            value={draft.values[answer]}
            error={errorAt(`${AT}/values/${answer}`, ...(answer === 'partial' ? [`${AT}/values`] : []))}
            onChange={(value) => onChange({ values: { ...draft.values, [answer]: value } })}
          />
        ))}
      </Group>
    </Section>
  );
}
