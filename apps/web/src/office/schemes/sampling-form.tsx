import {
  AQLS,
  INPUT_CATEGORIES,
  INSPECTION_LEVELS,
  INSPECTION_METHODS,
  type AqlDefault,
  type InputCategory,
} from '#domain';
import { Group, NativeSelect, Text } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { capitalised, useSay } from '../../words/words.js';
import { useGoods } from '../goods.js';
import { DraftForm } from './draft-form.js';
import { LotExample } from './lot-example.js';
import { usePartProblems } from './part-problems.js';
import { PLACES, samplingOf, withSampling } from './terms.js';
import { useTermsText } from './terms-text.js';
import { useDraft } from './use-draft.js';
import type { Version } from './version-data.js';

/** How a lot of a pilot order is inspected, unless its buyer agreed other terms: by category. */
export function SamplingForm({ of }: { readonly of: Version }) {
  const say = useSay();
  const { category } = useGoods();
  const form = useDraft({ of, kept: samplingOf(of.content), into: withSampling });
  const { isWrong } = usePartProblems(form.content, ...PLACES.sampling);
  return (
    <DraftForm of={of} form={form} isWrong={isWrong}>
      <Text>{say('office.schemes.sampling.what')}</Text>
      {INPUT_CATEGORIES.map(({ code }) => (
        <Section key={code} id={code} title={category(code)}>
          <LotFields value={form.draft[code]} onChange={(terms) => form.change({ [code]: terms })} />
          <LotExample category={code as InputCategory} terms={form.draft[code]} />
        </Section>
      ))}
    </DraftForm>
  );
}

interface LotFieldsProps {
  readonly value: AqlDefault;
  readonly onChange: (value: AqlDefault) => void;
}
function LotFields({ value, onChange }: LotFieldsProps) {
  const say = useSay();
  const { method } = useTermsText();
  const { alsoBy, ...counted } = value;
  const set = (part: Partial<AqlDefault>) => onChange({ ...value, ...part });
  return (
    <Group gap="sm" align="flex-start">
      <NativeSelect
        label={say('office.schemes.part.level')}
        value={value.level}
        onChange={({ target }) => set({ level: target.value as AqlDefault['level'] })}
        data={[...INSPECTION_LEVELS]}
      />
      {(['major', 'minor'] as const).map((graveness) => (
        <NativeSelect
          key={graveness}
          label={say(`office.schemes.part.${graveness}`)}
          value={value[graveness]}
          onChange={({ target }) => set({ [graveness]: target.value })}
          data={[...AQLS]}
        />
      ))}
      <NativeSelect
        label={say('office.schemes.part.alsoBy')}
        value={alsoBy ?? ''}
        onChange={({ target }) =>
          onChange(
            target.value ? { ...counted, alsoBy: target.value as NonNullable<typeof alsoBy> } : counted,
          )
        }
        data={[
          { value: '', label: say('office.schemes.method.none') },
          ...INSPECTION_METHODS.map((code) => ({ value: code, label: capitalised(method(code)) })),
        ]}
      />
    </Group>
  );
}
