import { Group, NativeSelect, Text } from '@mantine/core';
import { capitalised, useSay } from '../../words/words.js';
import { NumberField } from './number-field.js';
import {
  PLACES_OF_STEPS,
  UNITS,
  isEnd,
  type Length,
  type PlaceOfStep,
  type StepDraft,
} from './deadline-draft.js';

interface LengthFieldsProps {
  readonly label: string;
  readonly value: Length;
  readonly error: string | undefined;
  readonly onChange: (value: Length) => void;
}
/** A number and its unit. */
export function LengthFields({ label, value, error, onChange }: LengthFieldsProps) {
  const say = useSay();
  return (
    <>
      <NumberField
        label={label}
        value={value.count}
        error={error}
        onChange={(count) => onChange({ ...value, count })}
      />
      <NativeSelect
        label={say('office.schemes.unit')}
        value={value.unit}
        onChange={({ target }) => onChange({ ...value, unit: target.value as Length['unit'] })}
        data={UNITS.map((unit) => ({ value: unit, label: say(`office.schemes.unit.${unit}`) }))}
      />
    </>
  );
}

interface StepFieldsProps {
  readonly step: StepDraft;
  readonly nth: number;
  readonly error: string | undefined;
  readonly onChange: (step: StepDraft) => void;
}
/** One step on the way: what happens, and how long before or after what. */
export function StepFields({ step, nth, error, onChange }: StepFieldsProps) {
  const say = useSay();
  return (
    <fieldset className="office-fieldset">
      <legend>{say('office.schemes.step.nth', { nth: nth + 1 })}</legend>
      {isEnd(step) && <Text size="sm">{capitalised(say(`office.schemes.step.${step.step}`))}</Text>}
      <Group gap="sm" align="flex-start">
        {!isEnd(step) && (
          <NativeSelect
            label={say('office.schemes.step')}
            value={step.step}
            onChange={({ target }) => onChange({ ...step, step: target.value as StepDraft['step'] })}
            data={(['remind', 'escalate'] as const).map((kind) => ({
              value: kind,
              label: capitalised(say(`office.schemes.step.${kind}`)),
            }))}
          />
        )}
        <LengthFields
          label={say('office.schemes.step.length')}
          value={step}
          error={error}
          onChange={(length) => onChange({ ...step, ...length })}
        />
        <NativeSelect
          label={say('office.schemes.place')}
          value={step.place}
          onChange={({ target }) => onChange({ ...step, place: target.value as PlaceOfStep })}
          data={PLACES_OF_STEPS.map((place) => ({
            value: place,
            label: say(`office.schemes.place.${place}`),
          }))}
        />
      </Group>
    </fieldset>
  );
}
