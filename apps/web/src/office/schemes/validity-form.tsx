import { GRADES_WITH_VALIDITY } from '#domain';
import { Group, Stack, Text } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { useSay } from '../../words/words.js';
import { DraftForm } from './draft-form.js';
import { NumberField } from './number-field.js';
import { usePartProblems, type PartProblems } from './part-problems.js';
import { LIMITS, PLACES, validityOf, withValidity, type Validity } from './terms.js';
import { useDraft } from './use-draft.js';
import type { Version } from './version-data.js';

interface FieldsProps {
  readonly draft: Validity;
  readonly errorAt: PartProblems['errorAt'];
  readonly onChange: (part: Partial<Validity>) => void;
}

/** How long a qualification holds, and how often something may happen again. */
export function ValidityForm({ of }: { readonly of: Version }) {
  const form = useDraft<Validity>({ of, kept: validityOf(of.content), into: withValidity });
  const { errorAt, isWrong } = usePartProblems(form.content, ...PLACES.validity);
  const fields = { draft: form.draft, errorAt, onChange: form.change };
  return (
    <DraftForm of={of} form={form} isWrong={isWrong}>
      <Months {...fields} />
      <Repetition {...fields} />
    </DraftForm>
  );
}

function Months({ draft, errorAt, onChange }: FieldsProps) {
  const say = useSay();
  return (
    <Section id="months" title={say('office.schemes.part.validityMonths')}>
      <Text size="sm">{say('office.schemes.validity.what')}</Text>
      <Group gap="sm" align="flex-start">
        {GRADES_WITH_VALIDITY.map((grade) => (
          <NumberField
            key={grade}
            label={say('office.schemes.grade', { grade })}
            value={draft.validityMonths[grade]}
            error={errorAt(`/validityMonths/${grade}`)}
            onChange={(months) => onChange({ validityMonths: { ...draft.validityMonths, [grade]: months } })}
          />
        ))}
      </Group>
    </Section>
  );
}

function Repetition({ draft, errorAt, onChange }: FieldsProps) {
  const say = useSay();
  return (
    <Section id="repetition" title={say('office.schemes.repetition')}>
      <Stack gap="sm" className="office-form">
        {LIMITS.map((limit) => (
          <NumberField
            key={limit}
            label={say(`office.schemes.part.${limit}`)}
            value={draft[limit]}
            error={errorAt(`/${limit}`)}
            onChange={(count) => onChange({ [limit]: count })}
          />
        ))}
      </Stack>
    </Section>
  );
}
