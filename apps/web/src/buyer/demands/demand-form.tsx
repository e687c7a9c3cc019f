import { INPUT_CATEGORIES, PROVINCES } from '#domain';
import { Button, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Fold } from '../../ui/fold.js';
import { HsField, MarketsField, NumberField } from '../fields.js';
import { UNITS, useNames } from '../names.js';
import { demandGaps, type DemandDraft, type DemandField } from './demand-draft.js';

interface DemandFormProps {
  readonly begin: DemandDraft;
  /** Of a demand that is changed its category stays. */
  readonly isNew: boolean;
  readonly submit: string;
  readonly onSubmit: (draft: DemandDraft) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

/** What is wanted, how much of it, from where and for about how much. Sent when the button is pressed: others read it then. */
export function DemandForm({ begin, isNew, submit, onSubmit, isPending, error }: DemandFormProps) {
  const say = useSay();
  const [draft, setDraft] = useState(begin);
  const [isTried, setTried] = useState(false);
  const gaps = demandGaps(draft);
  const set = (change: Partial<DemandDraft>) => setDraft({ ...draft, ...change });
  const wrong = (field: DemandField) =>
    isTried && gaps.includes(field) ? say(`buyer.demand.wrong.${field}`) : undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (gaps.length === 0) onSubmit(draft);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{say('buyer.demand.saved-where')}</Text>
        {isNew && (
          <Category
            value={draft.category}
            error={wrong('category')}
            onChange={(category) => set({ category })}
          />
        )}
        <HsField
          label={say('buyer.demand.hsLines')}
          hint={say('buyer.demand.hsLines.hint')}
          value={draft.hsLines}
          error={wrong('hsLines')}
          onChange={(hsLines) => set({ hsLines })}
        />
        <Quantity draft={draft} set={set} wrong={wrong} />
        <Provinces value={draft.provinces} onChange={(provinces) => set({ provinces })} />
        <MarketsField
          label={say('buyer.demand.endMarkets')}
          value={draft.endMarkets}
          onChange={(endMarkets) => set({ endMarkets })}
        />
        {error ? <ProblemText error={error} /> : null}
        <Button type="submit" loading={isPending} className="align-start">
          {submit}
        </Button>
      </Stack>
    </form>
  );
}

interface CategoryProps {
  readonly value: DemandDraft['category'];
  readonly error: string | undefined;
  readonly onChange: (value: DemandDraft['category']) => void;
}
function Category({ value, error, onChange }: CategoryProps) {
  const say = useSay();
  const { category } = useNames();
  return (
    <NativeSelect
      label={say('buyer.demand.category')}
      error={error}
      value={value ?? ''}
      onChange={({ target }) => onChange((target.value || undefined) as DemandDraft['category'])}
      data={[
        { value: '', label: say('buyer.choose') },
        ...INPUT_CATEGORIES.map(({ code }) => ({ value: code, label: category(code) })),
      ]}
    />
  );
}

interface QuantityProps {
  readonly draft: DemandDraft;
  readonly set: (change: Partial<DemandDraft>) => void;
  readonly wrong: (field: DemandField) => string | undefined;
}
function Quantity({ draft, set, wrong }: QuantityProps) {
  const say = useSay();
  const { unit } = useNames();
  return (
    <>
      <Group gap="sm" align="flex-start">
        <NumberField
          label={say('buyer.demand.monthlyQuantity')}
          value={draft.monthlyQuantity}
          error={wrong('monthlyQuantity')}
          onChange={(monthlyQuantity) => set({ monthlyQuantity })}
        />
        <NativeSelect
          label={say('buyer.demand.unit')}
          value={draft.unit}
          onChange={({ target }) => set({ unit: target.value as DemandDraft['unit'] })}
          data={UNITS.map((one) => ({ value: one, label: unit(one) }))}
        />
      </Group>
      <NumberField
        label={say('buyer.demand.priceUsd')}
        hint={say('buyer.demand.priceUsd.hint')}
        value={draft.priceUsd}
        error={wrong('priceUsd')}
        onChange={(priceUsd) => set({ priceUsd })}
      />
    </>
  );
}

interface ProvincesProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}
function Provinces({ value, onChange }: ProvincesProps) {
  const say = useSay();
  const { list } = useForms();
  const { province } = useNames();
  return (
    <Fold
      title={
        value.length === 0
          ? say('buyer.demand.provinces.any')
          : say('buyer.demand.provinces.chosen', { names: list(value.map(province)) })
      }
    >
      <Checkbox.Group label={say('buyer.demand.provinces')} value={[...value]} onChange={onChange}>
        <div className="province-choices choices">
          {PROVINCES.map(({ iso }) => (
            <Checkbox key={iso} value={iso} label={province(iso)} />
          ))}
        </div>
      </Checkbox.Group>
    </Fold>
  );
}
