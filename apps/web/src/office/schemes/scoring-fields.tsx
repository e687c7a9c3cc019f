import type { GradeRule, ScoringRules } from '#domain';
import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { useSay } from '../../words/words.js';
import { MaybeNumberField, NumberField, ShareField } from './number-field.js';
import type { PartProblems } from './part-problems.js';
import type { Version } from './version-data.js';

/** Where the rules of scoring stand in a content. */
export const AT = '/checklist/scoring';
const ANSWERS = ['conform', 'partial', 'nonconform', 'not-verified'] as const;

export interface ScoringFieldsProps {
  readonly draft: ScoringRules;
  readonly errorAt: PartProblems['errorAt'];
  readonly onChange: (part: Partial<ScoringRules>) => void;
}

/** What holds for every audit. */
export function Limits({ draft, errorAt, onChange }: ScoringFieldsProps) {
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

/** Below which score of a section no audit gets a good grade. */
export function Floors({ of, draft, errorAt, onChange }: ScoringFieldsProps & { readonly of: Version }) {
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

/** What each answer counts. */
export function Worth({ draft, errorAt, onChange }: ScoringFieldsProps) {
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
