import { INPUT_CATEGORIES, type ChecklistItem } from '#domain';
import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { useGoods } from '../goods.js';
import { NumberField } from './number-field.js';
import { SEVERITIES } from './rules-fields.js';
import type { Version } from './version-data.js';
import { LinesField } from './words-fields.js';

const APPLIES = ['workers-8-or-more', 'certified-content-claims'] as const;

interface JudgedFieldsProps {
  readonly of: Version;
  readonly draft: ChecklistItem;
  readonly onChange: (part: Partial<ChecklistItem>) => void;
}
/** How an item is judged: how grave and how heavy it is, and of whom it is asked. */
export function JudgedFields({ of, draft, onChange }: JudgedFieldsProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const { category } = useGoods();
  return (
    <Section id="judged" title={say('office.schemes.judged')}>
      <NativeSelect
        label={say('office.schemes.field.section')}
        value={draft.section}
        onChange={({ target }) => onChange({ section: target.value })}
        data={of.content.checklist.sections.map(({ code, title }) => ({
          value: code,
          label: `${code} · ${title}`,
        }))}
      />
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label={say('office.schemes.field.severity')}
          value={draft.severity}
          onChange={({ target }) => onChange({ severity: target.value as ChecklistItem['severity'] })}
          data={SEVERITIES.map((value) => ({
            value,
            label: capitalised(sayCode('names.severity', value)),
          }))}
        />
        <NumberField
          label={say('office.schemes.field.weight')}
          value={draft.weight}
          error={Number.isNaN(draft.weight) ? say('office.schemes.weight.wrong') : undefined}
          onChange={(weight) => onChange({ weight })}
        />
      </Group>
      <Checkbox
        label={say('office.schemes.field.coreProfile')}
        description={say('office.schemes.core.hint')}
        checked={draft.coreProfile}
        onChange={({ target }) => onChange({ coreProfile: target.checked })}
      />
      <Checkbox
        label={say('office.schemes.field.safeguarding')}
        description={say('office.schemes.safeguarding.hint')}
        checked={draft.safeguarding === 'child'}
        onChange={({ target }) =>
          onChange({ safeguarding: target.checked ? 'child' : undefined } as Partial<ChecklistItem>)
        }
      />
      <Checkbox.Group
        label={say('office.schemes.field.categories')}
        value={[...draft.categories]}
        onChange={(categories) => onChange({ categories: categories as ChecklistItem['categories'] })}
      >
        <Group gap="md" className="office-choices">
          {INPUT_CATEGORIES.map(({ code }) => (
            <Checkbox key={code} value={code} label={category(code)} />
          ))}
        </Group>
      </Checkbox.Group>
      <NativeSelect
        label={say('office.schemes.field.appliesWhen')}
        value={draft.appliesWhen ?? ''}
        onChange={({ target }) =>
          onChange({ appliesWhen: target.value || undefined } as Partial<ChecklistItem>)
        }
        data={[
          { value: '', label: say('office.schemes.applies.always') },
          ...APPLIES.map((value) => ({ value, label: say(`office.schemes.applies.${value}`) })),
        ]}
      />
      <TextInput
        label={say('office.schemes.field.appliesNote')}
        value={draft.appliesNote ?? ''}
        onChange={({ target }) => onChange({ appliesNote: target.value })}
      />
      <LinesField
        label={say('office.schemes.field.references')}
        hint={say('office.schemes.lines.hint')}
        value={draft.references}
        onChange={(references) => onChange({ references })}
      />
    </Section>
  );
}
