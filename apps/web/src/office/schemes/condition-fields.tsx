import { CONTENT_CLAIMS, type Condition } from '#domain';
import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { latinDigits, numberTyped } from '../../words/digits.js';
import { useSay } from '../../words/words.js';

interface ConditionFieldsProps {
  readonly label: string;
  readonly value: Condition;
  readonly onChange: (value: Condition) => void;
}

/** The condition with one part changed; a part that says nothing is none. */
const changed = (condition: Condition, part: Condition): Condition =>
  Object.fromEntries(
    Object.entries({ ...condition, ...part }).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Condition;

/** Where something holds: at which sites, for which goods. All that is filled in must hold. */
export function ConditionFields({ label, value, onChange }: ConditionFieldsProps) {
  const say = useSay();
  const set = (part: { readonly [K in keyof Condition]: Condition[K] | undefined }) =>
    onChange(changed(value, part as Condition));
  return (
    <fieldset className="office-fieldset">
      <legend>{label}</legend>
      <Stack gap="sm">
        <Group gap="sm" align="flex-start">
          <CountField
            label={say('office.schemes.condition.workers')}
            value={value.workersAtLeast}
            onChange={(workersAtLeast) => set({ workersAtLeast })}
          />
          <CountField
            label={say('office.schemes.condition.women')}
            value={value.womenAtLeast}
            onChange={(womenAtLeast) => set({ womenAtLeast })}
          />
        </Group>
        <CodesField
          label={say('office.schemes.condition.isic-within')}
          hint={say('office.schemes.condition.isic.hint')}
          value={value.isicWithin}
          onChange={(isicWithin) => set({ isicWithin })}
        />
        <CodesField
          label={say('office.schemes.condition.isic-outside')}
          value={value.isicOutside}
          onChange={(isicOutside) => set({ isicOutside })}
        />
        <CodesField
          label={say('office.schemes.condition.markets')}
          hint={say('office.schemes.condition.markets.hint')}
          value={value.endMarkets}
          onChange={(endMarkets) => set({ endMarkets })}
        />
        <TextInput
          label={say('office.schemes.condition.market-without')}
          value={value.endMarketsWithout ?? ''}
          onChange={({ target }) => set({ endMarketsWithout: target.value.toUpperCase() })}
        />
        <Checkbox.Group
          label={say('office.schemes.condition.claims')}
          value={[...(value.claims ?? [])]}
          onChange={(claims) => set({ claims: claims as never })}
        >
          <Group gap="md" className="office-choices">
            {CONTENT_CLAIMS.map((claim) => (
              <Checkbox key={claim} value={claim} label={say(`office.schemes.claim.${claim}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      </Stack>
    </fieldset>
  );
}

interface FieldProps<T> {
  readonly label: string;
  readonly hint?: string;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}
function CountField({ label, value, onChange }: FieldProps<number>) {
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      value={value ?? ''}
      onChange={({ target }) => onChange(numberTyped(target.value))}
    />
  );
}

/** Codes that are typed in a row; what is typed stays as it is while it says the same. */
function CodesField({ label, hint, value = [], onChange }: FieldProps<readonly string[]>) {
  const [typed, setTyped] = useState(value.join(', '));
  const codes = (text: string): readonly string[] =>
    [
      ...new Set(
        latinDigits(text)
          .toUpperCase()
          .split(/[\s,;]+/),
      ),
    ].filter(Boolean);
  const isSame = codes(typed).join() === value.join();
  return (
    <TextInput
      label={label}
      description={hint}
      value={isSame ? typed : value.join(', ')}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(codes(target.value));
      }}
    />
  );
}
